import { lookup as askNames } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isForeignAddress, isLoopbackAddress } from './is-foreign-address.ts'

/** Asks the name server; the usual one, unless a test stands at the wire. */
export type ResolveName = (
  hostname: string,
  answer: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void

/** Which addresses may be fetched from: those of the internet, or this machine alone beside the sandbox. */
export type MayConnect = (address: string) => boolean

export const resolveName: ResolveName = (hostname, answer) =>
  askNames(hostname, { all: true }, (error, addresses) => answer(error, addresses))

/** A name led to an address that may not be asked. */
export class UnsafeAddressError extends Error {}

export function mayConnectTo(isLoopbackAllowed: boolean): MayConnect {
  return (address) => isForeignAddress(address) || (isLoopbackAllowed && isLoopbackAddress(address))
}

/**
 * What is wrong with a location before anything is asked of it; undefined when nothing is. Only https, without a name and
 * password in it; plain http on this machine alone, where the sandbox is.
 */
export function problemOfLocation(text: string, isLoopbackAllowed: boolean): string | undefined {
  const url = URL.parse(text)
  if (!url) return 'it is no address'
  if (url.username || url.password) return 'it carries a name and a password'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isHere = isLoopbackAllowed && (host === 'localhost' || isLoopbackAddress(host))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    return `it is not https: ${url.protocol}`
  // A written-out address is never looked up, so it is judged here.
  if (isIP(host) !== 0 && !mayConnectTo(isLoopbackAllowed)(host)) return `${host} is not on the internet`
  return undefined
}

/**
 * A look-up for sockets that gives checked addresses only. The socket connects to what this answers and asks nobody
 * again, so a name that points elsewhere a moment later changes nothing.
 */
export function checkedLookup(resolve: ResolveName, mayConnect: MayConnect): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? []
      const isRefused = addresses?.some(({ address }) => !mayConnect(address))
      if (error || !first) callback(error ?? new Error(`${hostname} has no address`), '', 0)
      else if (isRefused) callback(new UnsafeAddressError(`${hostname} is not on the internet`), '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
