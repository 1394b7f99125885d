import ipaddr from 'ipaddr.js'

/** The part of IPv6 that is given out for the internet (RFC 4291): nothing else is anybody's server. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Whether a server at this address may be asked for a file on somebody else's word: an ordinary address of the internet,
 * not this machine, the network around it, or a cloud's own desk (169.254.169.254). An IPv4 address that is written as
 * IPv6 is judged as what it is. What cannot be read is not foreign.
 */
export function isForeignAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || address.match(globalUnicast)
}

/** This machine itself, where the sandbox runs. */
export function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback'
}
