import { headers } from 'next/headers'
import type { RequestFacts } from '@/lib/core/request'

/** Headers that proxy.ts (the address: incoming.ts) sets on every request; what a browser sends under these names is overwritten. */
export const requestIdHeader = 'x-request-id'
export const pathHeader = 'x-tandem-path'
export const methodHeader = 'x-tandem-method'
export const addressHeader = 'x-tandem-address'

export async function requestFacts(): Promise<RequestFacts> {
  const sent = await headers()
  return {
    requestId: sent.get(requestIdHeader),
    ipAddress: sent.get(addressHeader),
    userAgent: sent.get('user-agent'),
  }
}

/** Path and search of the page being asked for. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '/'
}
