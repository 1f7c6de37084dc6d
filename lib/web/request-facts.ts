import { cookies, headers } from 'next/headers'
import { deviceCookie } from '@/lib/auth/device'
import { errandCookie } from '@/lib/auth/issuer/cookie'
import { pendingCookie } from '@/lib/auth/pending-sign-in'
import type { RequestFacts } from '@/lib/core/request'

/** Headers that incoming.ts sets on every request; what a browser sends under these names is overwritten. */
export const requestIdHeader = 'x-request-id'
export const pathHeader = 'x-tandem-path'
export const methodHeader = 'x-tandem-method'
export const addressHeader = 'x-tandem-address'

export async function requestFacts(): Promise<RequestFacts> {
  const [sent, kept] = await Promise.all([headers(), cookies()])
  return {
    requestId: sent.get(requestIdHeader),
    ipAddress: sent.get(addressHeader),
    userAgent: sent.get('user-agent'),
    deviceToken: kept.get(deviceCookie().name)?.value ?? null,
    pendingToken: kept.get(pendingCookie().name)?.value ?? null,
    errandToken: kept.get(errandCookie().name)?.value ?? null,
  }
}

/** Path and search of the page being asked for. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '/'
}
