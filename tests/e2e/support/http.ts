import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** Requests below the level of a browser or of fetch: any method, any path, any header, any body. */

export interface Ask {
  method?: string
  /** Sent as it stands, however malformed. */
  path?: string
  cookie?: string | undefined
  /** Where the request comes from. */
  address?: string
  headers?: Record<string, string | string[]>
  body?: Buffer | string | undefined
  /** Sends the body without saying how long it is. */
  chunked?: boolean
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

// A connection for each request: one kept alive may be closed by the server just when it is used again.
const agent = new Agent({ keepAlive: false, maxSockets: 300 })

export function ask(origin: string, asked: Ask = {}): Promise<Answer> {
  return begin(origin, asked).finish()
}

/**
 * Sends a request without the last byte of its body; `finish` sends that and waits for the answer. Many of them finished
 * in one turn arrive together.
 */
export function begin(origin: string, asked: Ask): { sent: Promise<void>; finish(): Promise<Answer> } {
  const { method = 'GET', path = '/', cookie, address, headers = {}, body, chunked } = asked
  const { hostname, port } = new URL(origin)
  const bytes = body === undefined ? undefined : Buffer.from(body)
  const sending = request({
    hostname,
    port,
    path,
    method,
    agent,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(address ? { 'x-forwarded-for': address } : {}),
      ...(bytes && !chunked ? { 'content-length': bytes.length } : {}),
      ...headers,
    },
  })
  const answered = new Promise<Answer>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: body }),
        reject,
      )
    })
  })
  answered.catch(() => undefined)
  const last = bytes?.subarray(-1)
  const sent = new Promise<void>((resolve) => {
    if (bytes) sending.write(bytes.subarray(0, -1), () => resolve())
    else resolve()
  })
  return {
    sent,
    finish: () => {
      sending.end(last)
      return answered
    },
  }
}
