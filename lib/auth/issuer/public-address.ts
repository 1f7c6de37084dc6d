import { BlockList, isIP } from 'node:net'

/**
 * Which addresses the portal may be sent to by an address that somebody has typed: those of the public internet and no other. What
 * is meant for one's own machine, network or provider is not (the IANA registries of special-purpose addresses).
 */

const special4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Within global unicast: what carries another address inside, or is for documents only. */
const special6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const refused = new BlockList()
for (const [network, prefix] of special4) refused.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of special6) refused.addSubnet(network, prefix, 'ipv6')

const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** @param address an IPv4 or IPv6 address as the resolver or the socket writes it; anything else is not public */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  const family = isIP(plain)
  if (family === 4) return !refused.check(plain, 'ipv4')
  return family === 6 && globalUnicast.check(plain, 'ipv6') && !refused.check(plain, 'ipv6')
}
