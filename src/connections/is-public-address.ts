import { BlockList, isIP } from 'node:net'

/** Loopback, private, link-local and shared ranges (RFC 6890): nobody outside reaches them. */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')
inside.addSubnet('fe80::', 10, 'ipv6')

/** Whether a server on the internet could reach this address, judged by its look: no name is resolved. */
export function isPublicAddress(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/^\[|\]$/g, '') ?? ''
  const family = isIP(host)
  if (family !== 0) return !inside.check(host, family === 6 ? 'ipv6' : 'ipv4')
  return host.includes('.') && !/\.(local|localhost|internal|test|example|invalid|home\.arpa)$/.test(host)
}
