/** What an address tells of a place by itself, as `networkOf` writes addresses down. */

const ofPortal = /^(127\.|0:0:0:0::\/64$)/
// RFC 1918 and 3927 for IPv4; unique local and link-local addresses of IPv6.
const ofLocalNetwork = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/i

/** `portal`: the computer the portal runs on; `local`: a network around it; null: somewhere in the world. */
export function nearness(address: string): 'portal' | 'local' | null {
  if (ofPortal.test(address)) return 'portal'
  return ofLocalNetwork.test(address) ? 'local' : null
}
