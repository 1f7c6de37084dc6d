import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { environment } from '@/lib/core/env'
import { isPublicAddress } from './public-address'

/**
 * Fetches from an address that a Global admin has typed, or that such an address has named. https only; public addresses only,
 * judged by the address that is connected to and not by one that was looked up before; no redirects; bounded in size and time.
 * Origins that the operator lists in LOCAL_ISSUERS may be private, and plain http where they are listed so.
 */

const limits = { bytes: 512 * 1024, milliseconds: 8000 }

/** Why nothing was fetched. */
export class FetchRefused extends Error {
  constructor(
    readonly reason: 'address' | 'unreachable',
    cause?: unknown,
  ) {
    super(`fetch refused: ${reason}`, { cause })
  }
}

export interface Fetched {
  method?: string
  headers?: Record<string, string>
  body?: unknown
}

/** How a name becomes addresses; tests put another in its place. */
export const resolver = { resolve: resolve as unknown as LookupFunction }

export function isLocalIssuer(url: URL): boolean {
  return environment().LOCAL_ISSUERS.includes(url.origin)
}

/** Whether an address may be asked at all, before anything is resolved. */
export function mayBeAsked(url: URL): boolean {
  if (url.username || url.password) return false
  if (isLocalIssuer(url)) return true
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return url.protocol === 'https:' && (isIP(literal) === 0 || isPublicAddress(literal))
}

/** @throws FetchRefused */
export async function guardedFetch(address: string, { method = 'GET', headers = {}, body }: Fetched = {}) {
  const url = new URL(address)
  if (!mayBeAsked(url)) throw new FetchRefused('address')
  const sent = body === undefined || body === null ? undefined : Buffer.from(String(body))
  const options: RequestOptions = {
    method,
    // A connection of its own each time: one kept alive was judged for somebody else.
    agent: false,
    headers: { ...headers, 'accept-encoding': 'identity', ...(sent ? { 'content-length': sent.length } : {}) },
    signal: AbortSignal.timeout(limits.milliseconds),
    ...(isLocalIssuer(url) ? {} : { lookup: onlyPublic }),
  }
  const answer = await send(url, options, sent)
  const status = answer.statusCode ?? 0
  if (status >= 300 && status < 400) {
    answer.destroy()
    throw new FetchRefused('unreachable', `redirect ${status}`)
  }
  const bytes = await readBounded(answer)
  const told = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return new Response(status === 204 || status === 304 ? null : bytes, { status, headers: told })
}

/** Resolves for the connection itself; a name of which one address is not public is refused as a whole. */
const onlyPublic: LookupFunction = (hostname, options, done) => {
  resolver.resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    const addresses = [found].flat() as { address: string; family: number }[]
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(new FetchRefused('address') as NodeJS.ErrnoException, '', 0)
    if (options.all) return done(null, addresses)
    done(null, first.address, first.family)
  })
}

function send(url: URL, options: RequestOptions, body: Buffer | undefined): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolveWith, reject) => {
    const fail = (error: unknown) =>
      reject(error instanceof FetchRefused ? error : new FetchRefused('unreachable', error))
    const sending = request(url, options, (answer) => {
      // The last word: where the connection has really gone.
      const reached = answer.socket.remoteAddress ?? ''
      if (isLocalIssuer(url) || isPublicAddress(reached)) return resolveWith(answer)
      answer.destroy()
      reject(new FetchRefused('address'))
    })
    sending.on('error', fail)
    sending.end(body)
  })
}

async function readBounded(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length
      if (size > limits.bytes) throw new FetchRefused('unreachable', 'too large')
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof FetchRefused ? error : new FetchRefused('unreachable', error)
  }
  return Uint8Array.from(Buffer.concat(parts))
}
