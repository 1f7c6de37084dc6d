import { createServer, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { FetchRefused, guardedFetch, mayBeAsked, resolver } from '@/lib/auth/issuer/guarded-fetch'
import { isPublicAddress } from '@/lib/auth/issuer/public-address'

let server: Server
let port = 0
let requests = 0
beforeAll(async () => {
  server = createServer((_, response) => {
    requests += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  // The only local issuer this process may ask.
  process.env.LOCAL_ISSUERS = `http://localhost:${port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const asFound = resolver.resolve
afterEach(() => {
  resolver.resolve = asFound
  requests = 0
})

/** Names lead where a stranger's name server says, another way each time. */
function resolveTo(...answers: string[][]): () => number {
  let asked = 0
  resolver.resolve = ((_name, _options, done) => {
    const found = answers[Math.min(asked, answers.length - 1)] ?? []
    asked += 1
    done(null, found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) as never)
  }) as LookupFunction
  return () => asked
}

async function reasonOf(address: string): Promise<string> {
  try {
    const answer = await guardedFetch(address)
    return `answered ${answer.status}`
  } catch (error) {
    return error instanceof FetchRefused ? error.reason : `broke: ${error}`
  }
}

describe('an address', () => {
  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '::ffff:8.8.8.8',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  test.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254'],
    ...[
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001::1',
    ],
    ...['2001:db8::1', '::127.0.0.1', '', 'localhost', '8.8.8', '8.8.8.8.8'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('the portal asks', () => {
  test.each([
    'http://issuer.example',
    'https://user@issuer.example',
    'https://:secret@issuer.example',
    'https://127.0.0.1',
    'https://127.1',
    'https://2130706433',
    'https://0177.0.0.1',
    'https://[::ffff:127.0.0.1]',
    'ftp://issuer.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('nothing of %s', (address) => expect(mayBeAsked(new URL(address))).toBe(false))

  test('a local issuer that the operator has listed, and none beside it', async () => {
    expect(await reasonOf(`http://localhost:${port}/x`)).toBe('answered 200')
    for (const address of [`http://127.0.0.1:${port}`, `https://localhost:${port}`, `http://user@localhost:${port}`])
      expect(await reasonOf(address)).toBe('address')
    expect(requests).toBe(1)
  })

  test('no name that leads to a private address, whatever the name', async () => {
    for (const found of [['127.0.0.1'], ['10.0.0.5'], ['::1'], ['169.254.169.254'], ['8.8.8.8', '127.0.0.1'], []]) {
      resolveTo(found)
      expect(await reasonOf(`https://issuer.example:${port}/`)).toBe('address')
    }
    expect(requests).toBe(0)
  })

  test('once where a name leads, and goes there: a second answer of the name server is too late', async () => {
    const asked = resolveTo(['127.0.0.1'], ['8.8.8.8'])
    expect(await reasonOf(`https://issuer.example:${port}/`)).toBe('address')
    expect(asked()).toBe(1)
    expect(requests).toBe(0)
  })
})
