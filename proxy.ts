import { type NextRequest, NextResponse } from 'next/server'
import { environment } from '@/lib/core/env'
import { internalHeaders, safeMethods } from '@/lib/web/announce'
import { requestIdHeader } from '@/lib/web/request-facts'

/**
 * Decides nothing about access. It refuses what the framework would trip over or take for trustworthy: unsafe methods
 * without a matching Origin, internal headers, broken paths. Plain requests for pages never come here: lib/web/announce.ts
 * marks those that have to.
 */
export function proxy(request: NextRequest): NextResponse {
  const refusal = refuse(request)
  const requestId = request.headers.get(requestIdHeader) ?? ''
  if (refusal)
    return NextResponse.json(
      { code: refusal.code, requestId },
      { status: refusal.status, headers: { 'cache-control': 'no-store', [requestIdHeader]: requestId } },
    )
  if (!isOwnForm(request)) return NextResponse.next()
  const headers = new Headers(request.headers)
  headers.set('origin', new URL(environment().APP_ORIGIN).origin)
  return NextResponse.next({ request: { headers } })
}

// Static files are not marked. The name stands here in full, because the framework reads this without running it.
export const config = { matcher: [{ source: '/(.*)', has: [{ type: 'header', key: 'x-tandem-check' }] }] }

/** As large as a form of the portal can be, with room. */
const largestBody = 256 * 1024
/** Where documents of 5 MB are sent, with room; next.config.js says the same to the framework. */
const largestUpload = 6 * 1024 * 1024
const uploadPaths = new Set(['/enroll/status'])

interface Refusal {
  code: string
  status: number
}

function refuse(request: NextRequest): Refusal | null {
  if (internalHeaders.some((name) => request.headers.has(name))) return { code: 'header_refused', status: 400 }
  if (!safeMethods.has(request.method) && request.method !== 'POST') return { code: 'method_refused', status: 405 }
  // Who does not say how much is coming could send a whole document where a form is awaited.
  if (request.headers.has('transfer-encoding')) return { code: 'length_refused', status: 411 }
  const limit = uploadPaths.has(request.nextUrl.pathname) ? largestUpload : largestBody
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { code: 'body_too_large', status: 413 }
  if (!isDecodable(request.nextUrl.pathname)) return { code: 'path_refused', status: 400 }
  if (safeMethods.has(request.method)) return null
  const origin = request.headers.get('origin')
  if (origin === null)
    return request.headers.has('cookie') || request.headers.has('next-action')
      ? { code: 'origin_refused', status: 403 }
      : null
  if (isOwnForm(request)) return null
  if (!URL.canParse(origin)) return { code: 'origin_refused', status: 400 }
  return origin === new URL(environment().APP_ORIGIN).origin ? null : { code: 'origin_refused', status: 403 }
}

/**
 * A form of the portal that is sent before any script runs: because our pages give no referrer away, the browser names no
 * origin ("null") either, but it vouches for the request in a header that no page can write.
 */
function isOwnForm(request: NextRequest): boolean {
  return request.headers.get('origin') === 'null' && request.headers.get('sec-fetch-site') === 'same-origin'
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\u0000')
  } catch {
    return false
  }
}
