import { actionId } from './build'
import type { ActionName } from './doors'
import { type Answer, type Ask, ask } from './http'

/** Presses a button as a browser does once its script has loaded: one POST that names the action. */

export interface Press {
  origin: string
  action: ActionName
  /** Of the page the button stands on. */
  path: string
  fields: Record<string, string>
  cookie?: string | undefined
  address?: string
}

export interface Outcome extends Answer {
  /** Where a success leads. */
  redirectTo: string | null
  /** What the form shows otherwise. */
  state: FormState | null
  /** The one word for it: a code, `done`, `redirected`, or the HTTP status of an answer that was none of the action's. */
  result: string
}

interface FormState {
  status: 'idle' | 'failed' | 'done'
  code?: string
  httpStatus?: number
  message?: string
  fields?: Record<string, string>
  shown?: Shown
}

/** Of all that actions show. */
interface Shown {
  link?: string | null
  invitationId?: string
  customerId?: string
  userName?: string
  temporaryPassword?: string | null
  passwordFile?: string | null
}

export async function press(pressed: Press): Promise<Outcome> {
  return outcomeOf(await ask(pressed.origin, await pressRequest(pressed)))
}

/** React's own encoding of `action(previousState, formData)`. */
export async function pressRequest({ origin, action, path, fields, cookie, address }: Press): Promise<Ask> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append('0', '[{"status":"idle"},"$K1"]')
  const encoded = new Response(form)
  const headers = {
    accept: 'text/x-component',
    'content-type': encoded.headers.get('content-type') ?? '',
    'next-action': actionId(action),
    origin,
  }
  const body = Buffer.from(await encoded.arrayBuffer())
  return { method: 'POST', path, headers, body, cookie, ...(address ? { address } : {}) }
}

export function outcomeOf(answer: Answer): Outcome {
  const redirectTo = redirectOf(answer)
  const state = redirectTo ? null : stateIn(answer)
  const result = redirectTo ? 'redirected' : (state?.code ?? state?.status ?? String(answer.status))
  return { ...answer, redirectTo, state, result }
}

function redirectOf({ headers }: Answer): string | null {
  const named = headers['x-action-redirect']
  return typeof named === 'string' ? (named.split(';')[0] ?? null) : null
}

/** The value the action returned: row `a` of React's stream names the row that holds it. */
function stateIn({ text }: Answer): FormState | null {
  const rows = rowsOf(text)
  const reference = /"a":"\$@([0-9a-f]+)"/.exec(rows.get('0') ?? '')?.[1]
  const row = reference ? rows.get(reference) : undefined
  return row?.startsWith('{') ? (JSON.parse(row) as FormState) : null
}

/** Rows end with a line; those of long texts (`T`) say how many bytes they have instead. */
function rowsOf(stream: string): Map<string, string> {
  const rows = new Map<string, string>()
  let rest = Buffer.from(stream)
  for (let colon = rest.indexOf(':'); colon >= 0; colon = rest.indexOf(':')) {
    const id = rest.subarray(0, colon).toString()
    const long = /^T([0-9a-f]+),/.exec(rest.subarray(colon + 1, colon + 16).toString())
    const lineEnd = rest.indexOf('\n', colon)
    const from = colon + 1 + (long?.[0].length ?? 0)
    const to = long ? from + Number.parseInt(long[1] ?? '', 16) : lineEnd < 0 ? rest.length : lineEnd
    rows.set(id, rest.subarray(from, to).toString())
    rest = rest.subarray(long ? to : to + 1)
  }
  return rows
}
