import type { Ask } from '../support/http'

/**
 * Requests that Next.js 16.4.6 answers with 500 before any code of ours runs (security.md, "Measured on a bare production
 * build"): while it makes the request object that proxy.ts would get, or while it decodes the arguments of an action. Each
 * is asked all the same: nothing may change, and one that is answered better has to leave the list.
 */
export interface Known {
  name: string
  reason: string
  /** From a press with everything right. */
  make(good: Ask): Ask | Promise<Ask>
}

const noUrl = 'it has no URL to build a request object from'
const noMethod = 'the fetch standard knows no request of that method'
const framing = 'the multipart frame is broken'
const encoding = 'the encoding of the arguments is broken'

export const frameworksOwn: Known[] = [
  { name: 'OPTIONS *', reason: noUrl, make: () => ({ method: 'OPTIONS', path: '*' }) },
  { name: 'TRACE', reason: noMethod, make: () => ({ method: 'TRACE', path: '/customers' }) },
  {
    name: 'a form cut short',
    reason: framing,
    make: (good) => ({ ...good, body: Buffer.from(good.body ?? '').subarray(0, 200) }),
  },
  { name: 'another boundary', reason: framing, make: (good) => typed(good, 'multipart/form-data; boundary=nope') },
  { name: 'no boundary', reason: framing, make: (good) => typed(good, 'multipart/form-data') },
  { name: 'nothing at all', reason: framing, make: (good) => ({ ...good, body: '' }) },
  known('no arguments', [['_1_token', 'x']]),
  known('arguments that are no JSON', [['0', '{']]),
  known('a reference to nothing', [['0', '["$5"]']]),
  known('a reference to another action', [
    ['1', '{"id":"x","bound":null}'],
    ['0', '["$F1"]'],
  ]),
  known('a file that is not there', [['0', '["$B1"]']]),
  known('a way through the prototype', [
    ['1', '{"a":1}'],
    ['0', '["$1:__proto__:x"]'],
  ]),
  known('something to wait for', [
    ['0', '[{"then":"$1:x"}]'],
    ['1', '{}'],
  ]),
  known('five thousand lists in each other', [['0', `${'['.repeat(5000)}${']'.repeat(5000)}`]]),
]

function typed(good: Ask, type: string): Ask {
  return { ...good, headers: { ...good.headers, 'content-type': type } }
}

function known(name: string, entries: [string, string][]): Known {
  return {
    name,
    reason: encoding,
    make: async (good) => {
      const form = new FormData()
      for (const [field, value] of entries) form.append(field, value)
      const encoded = new Response(form)
      const body = Buffer.from(await encoded.arrayBuffer())
      return { ...typed(good, encoded.headers.get('content-type') ?? ''), body }
    },
  }
}
