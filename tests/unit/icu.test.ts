import { describe, expect, test } from 'vitest'
import { placeholders, pluralForms } from '../support/icu'

// The messages are compared with this reader, so it is checked itself.
describe('the reader of ICU messages', () => {
  test.each([
    ['No placeholder', []],
    ['Good day, {name}!', ['name']],
    ['{count, plural, one {# customer} other {# customers of {partner}}}', ['count:plural', 'partner']],
    [
      '{count, plural, one {# клиент} few {# клиента} many {# клиентов} other {# клиента {partner}}}',
      ['count:plural', 'partner'],
    ],
    ['{kind, select, customer {a} other {b}}', ['kind:select(customer,other)']],
    ['{when, date, medium} and {sum, number}', ['sum:number', 'when:date']],
    ["It''s '{not}' a placeholder, but {this} is", ['this']],
    ["The organization's {name}", ['name']],
    ['<link>Read</link> more <br/>', ['<br>', '<link>']],
    ['1 < 2', []],
  ])('finds what %s expects', (message, expected) => expect(placeholders(message)).toEqual(expected))

  test.each(['{name', 'name}', '{a {b}}', '{}'])('refuses %s', (message) =>
    expect(() => placeholders(message)).toThrow(),
  )

  test('lists plural forms', () => {
    expect(pluralForms('{n, plural, =0 {none} one {# {a}} other {#}}')).toEqual([
      { argument: 'n', forms: ['=0', 'one', 'other'] },
    ])
  })
})
