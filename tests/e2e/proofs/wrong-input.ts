import { randomUUID } from 'node:crypto'
import type { Door, Field, FieldKind } from './input-fields'

/** One way to get a form wrong: the fields as they are sent. */
export interface Mistake {
  name: string
  entries: [name: string, value: string][]
}

const nul = String.fromCharCode(0)

/** Wrong for every field, whatever it is for. */
function alwaysWrong(name: string, { good, optional }: Field): Record<string, [string, string][]> {
  return {
    ...(optional ? {} : { missing: [], empty: [[name, '']] }),
    'far too long': [[name, `${good}${'x'.repeat(100_000)}`]],
    'U+0000 within': [[name, `${good.slice(0, 1)}${nul}${good.slice(1)}`]],
    'a list in its place': [
      [`${name}[]`, good],
      [`${name}[]`, good],
    ],
    'an operator as a bracketed name': [[`${name}[not]`, '']],
    'an operator as a dotted name': [
      [name, good],
      [`${name}.not`, ''],
    ],
  }
}

const operators = [
  '{"not":""}',
  '{"contains":""}',
  '[object Object]',
  '["a"]',
  'null',
  'undefined',
  'true',
  'NaN',
  '-1',
  '1e9',
]

/** Wrong because of what the field is for. */
const wrongFor: Record<FieldKind, readonly string[]> = {
  id: [...operators, '0', randomUUID().slice(1), randomUUID(), "' or 1=1 --", '../../etc/passwd'],
  token: [
    ...operators,
    'inv_r_',
    `inv_r_${'a'.repeat(43)}`,
    `inv_c_${'a'.repeat(43)}`,
    `acc_${'a'.repeat(43)}`,
    `ses_${'a'.repeat(43)}`,
  ],
  email: [
    ...operators,
    'a@b',
    'a@@b.example',
    'a b@c.example',
    '<a@b.example>',
    'a@b.example\r\nBcc: c@d.example',
    '"a"@b.example',
  ],
  choice: [...operators, 'constructor', '__proto__', 'portal,self'],
  number: [...operators.filter((each) => each !== '1e9'), '0', '91000', '3.5', '0x10', '٣'],
  tick: [...operators.filter((each) => each !== 'true'), 'yes', 'off'],
  domain: [...operators, 'no spaces.example', 'http://a.example', 'example', '-a.example'],
  prefix: ['{"not":""}', '[object Object]', '["a"]', '-1', 'a b', 'a.b', 'a_b', 'ä', 'a'.repeat(28)],
  day: [...operators, '2026-13-45', '01.02.2026', '2999-01-01', '2026-1-1'],
  amount: [...operators, '1', '1.2', '-1.00', '1.000', '99999.00', '1,00'],
  // Nothing and zero: not chosen.
  quantity: [...operators.filter((each) => each !== '1e9'), '91000', '3.5', '0x10', '٣'],
  nonce: [...operators, '0', randomUUID().slice(1), "' or 1=1 --"],
  password: [],
  text: [],
  lenient: [],
}

/** Everything that must be refused at this door, one mistake at a time. */
export function mistakesAt({ fields }: Door): Mistake[] {
  const good = Object.entries(fields).map(([name, field]): [string, string] => [name, field.good])
  const instead = (name: string, entries: [string, string][]) => [...good.filter(([each]) => each !== name), ...entries]
  const found: Mistake[] = unknownFields.map((name) => ({
    name: `unknown field ${name}`,
    entries: [...good, [name, 'x']],
  }))
  for (const [name, field] of Object.entries(fields)) {
    const wrong = field.kind === 'lenient' ? {} : alwaysWrong(name, field)
    for (const [what, entries] of Object.entries(wrong))
      found.push({ name: `${name}: ${what}`, entries: instead(name, entries) })
    const isWrong = (value: string) => !field.accepts?.includes(value) && !(field.silent && /^inv_._a/.test(value))
    for (const value of wrongFor[field.kind].filter(isWrong))
      found.push({ name: `${name}: ${value}`, entries: instead(name, [[name, value]]) })
    if (field.foreign) found.push({ name: `${name}: somebody else’s`, entries: instead(name, [[name, field.foreign]]) })
  }
  return found
}

const unknownFields = [
  'organizationId',
  'issuerOrganizationId',
  'roles',
  'status',
  '__proto__',
  'constructor',
  'toString',
  '',
]

/** Arguments no form makes, in React's own encoding. The first is the field `0`, the others go before it. */
export const strangeArguments: Record<string, [name: string, value: string][]> = {
  'no arguments': [['0', '[]']],
  null: [['0', '[null]']],
  'a text': [['0', '["token"]']],
  'a number': [['0', '[1]']],
  'an object in place of the form': [['0', '[{"status":"idle"},{"token":{"not":""},"agreed":true}]']],
  'an object alone': [['0', '[{"invitationId":{"not":""}}]']],
  'a list in place of the form': [['0', '[{"status":"idle"},[["token","x"]]]']],
  'a date': [['0', '["$D2026-11-20T00:00:00.000Z"]']],
  'a big number': [['0', '["$n123456789012345678901234567890"]']],
  undefined: [['0', '["$undefined"]']],
  infinity: [['0', '["$Infinity","$-Infinity"]']],
  'an empty form': [['0', '[{"status":"idle"},"$K1"]']],
  'a form as the previous state': [
    ['_1_token', 'x'],
    ['0', '["$K1"]'],
  ],
  'a third argument': [
    ['_1_token', 'x'],
    ['0', '[{"status":"idle"},"$K1",{"organizationId":"x"}]'],
  ],
  'a map': [
    ['1', '[["token","x"]]'],
    ['0', '[{"status":"idle"},"$Q1"]'],
  ],
  'a set': [
    ['1', '["token"]'],
    ['0', '[{"status":"idle"},"$W1"]'],
  ],
  'prototype keys': [['0', '[{"__proto__":{"status":"done"},"constructor":{"prototype":{"polluted":true}}}]']],
  'something deep': [['0', `${'['.repeat(900)}${']'.repeat(900)}`]],
}
