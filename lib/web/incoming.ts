import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { announce } from './announce'
import { addressHeader } from './request-facts'

/**
 * What a client may say about itself. Next believes forwarding headers whoever sends them (its check of server actions
 * compares Origin with X-Forwarded-Host), so they are taken off before it sees the request; behind one reverse proxy
 * (TRUST_PROXY=1) only the entry that this proxy wrote is believed.
 */
const forwarding = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'forwarded',
]

export function guardIncoming(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const { headers } = request
    const trusted = process.env.TRUST_PROXY === '1' ? lastEntry(headers['x-forwarded-for']) : undefined
    for (const name of forwarding) delete headers[name]
    headers[addressHeader] = trusted ?? networkOf(request.socket.remoteAddress ?? 'unknown')
    announce(request, response)
  })
}

function lastEntry(value: string | string[] | undefined): string | undefined {
  const last = [value ?? []].flat().join(',').split(',').at(-1)?.trim()
  return last ? networkOf(last) : undefined
}

/** An IPv6 client owns at least its /64: counting single addresses would count nothing. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  // "::" stands for as many zeros as are missing of the eight groups.
  const [head = [], tail] = plain.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return `${[...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(':')}::/64`
}
