import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { permissions } from '@/lib/access/permissions'
import { auditTypes } from '@/lib/core/audit-types'
import { errorStatus } from '@/lib/core/errors'
import { invitationKinds, invitationStates } from '@/lib/domain/invitations/schema'
import { placeholders, pluralForms } from '../support/icu'
import { allKinds, allRoles } from '../support/role-matrix'
import { code, filesIn, read } from '../support/source-tree'

type Messages = { [key: string]: string | Messages }

const files = filesIn('lib/i18n/messages').filter((file) => file.endsWith('.json'))
const namespaces = (locale: string) =>
  files.filter((file) => file.includes(`/${locale}/`)).map((file) => file.slice(file.lastIndexOf('/') + 1, -5))

function messagesOf(locale: string, namespace: string): Record<string, string> {
  return flat(JSON.parse(read(`lib/i18n/messages/${locale}/${namespace}.json`)) as Messages)
}

function flat(messages: Messages, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  )
}

/** Keys of a namespace that have no message in one of the languages. */
function missing(namespace: string, keys: readonly string[]): string[] {
  return ['en', 'ru'].flatMap((locale) => {
    const messages = messagesOf(locale, namespace)
    return keys.filter((key) => !messages[key]?.trim()).map((key) => `${locale} ${namespace}.${key}`)
  })
}

const underscored = (name: string) => name.replaceAll('.', '_')

describe('English and Russian', () => {
  test('have the same namespaces', () => {
    expect(namespaces('ru')).toEqual(namespaces('en'))
    expect(namespaces('en').length).toBeGreaterThan(1)
  })

  test.each(namespaces('en'))('have the same keys and placeholders in %s', (namespace) => {
    const [en, ru] = [messagesOf('en', namespace), messagesOf('ru', namespace)]
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort())
    const differing = Object.keys(en).filter(
      (key) => placeholders(en[key] ?? '').join() !== placeholders(ru[key] ?? '').join(),
    )
    expect(differing.map((key) => ({ key, en: placeholders(en[key] ?? ''), ru: placeholders(ru[key] ?? '') }))).toEqual(
      [],
    )
  })

  test.each(namespaces('en'))('say something in every message of %s', (namespace) => {
    for (const locale of ['en', 'ru']) {
      const messages = messagesOf(locale, namespace)
      const hollow = Object.entries(messages).filter(
        ([, text]) => text.trim() === '' || text !== text.trim() || /TODO|FIXME|lorem/i.test(text),
      )
      expect(hollow, locale).toEqual([])
    }
  })

  test.each(namespaces('en'))('are written in syntax that formats in %s', (namespace) => {
    for (const locale of ['en', 'ru'] as const) {
      const broken: string[] = []
      const messages = JSON.parse(read(`lib/i18n/messages/${locale}/${namespace}.json`)) as Messages
      const t = createTranslator({ locale, messages, onError: (error) => broken.push(error.message) })
      for (const [key, text] of Object.entries(messagesOf(locale, namespace))) {
        const values = Object.fromEntries(placeholders(text).map((name) => sample(name)))
        t.rich(key as never, values as never)
      }
      expect(broken, locale).toEqual([])
    }
  })

  test.each(namespaces('en'))('count in all forms of the language in %s', (namespace) => {
    const needed = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] }
    for (const locale of ['en', 'ru'] as const) {
      const lacking = Object.entries(messagesOf(locale, namespace)).filter(([, text]) =>
        pluralForms(text).some(({ forms }) => needed[locale].some((form) => !forms.includes(form))),
      )
      expect(lacking, locale).toEqual([])
    }
  })

  test('differ: nothing but names is left untranslated', () => {
    const same = namespaces('en').flatMap((namespace) => {
      const [en, ru] = [messagesOf('en', namespace), messagesOf('ru', namespace)]
      return Object.entries(en)
        .filter(([key, text]) => text === ru[key] && /[a-z]{3,} [a-z]{3,}/i.test(text.replace(/\{[^}]*\}/g, '')))
        .map(([key]) => `${namespace}.${key}`)
    })
    expect(same).toEqual([])
  })
})

function sample(placeholder: string): [string, unknown] {
  const tag = /^<(\w+)>$/.exec(placeholder)?.[1]
  if (tag) return [tag, (chunks: unknown) => chunks]
  const [name = '', kind = ''] = placeholder.split(':')
  if (/^(number|plural|selectordinal)/.test(kind)) return [name, 3]
  if (/^(date|time)/.test(kind)) return [name, new Date(0)]
  const firstCase = /^select\((\w+)/.exec(kind)?.[1]
  return [name, firstCase ?? 'Somebody']
}

describe('there is a message for every', () => {
  test('error code', () => expect(missing('errors', Object.keys(errorStatus))).toEqual([]))

  test('reason a field is refused', () => {
    // Schemas name message keys as their errors: error: 'too_long'.
    const named = code
      .filter((file) => /^lib\/(core|domain)\//.test(file))
      .flatMap((file) => [...read(file).matchAll(/error: '([a-z_]+)'/g)].map((match) => match[1] ?? ''))
    const keys = [
      ...new Set([
        ...named,
        'required',
        'invalid',
        'unknown',
        'password_short',
        'password_long',
        'password_common',
        'password_context',
      ]),
    ]
    expect(keys.length).toBeGreaterThan(10)
    expect(
      missing(
        'errors',
        keys.map((key) => `fields.${key}`),
      ),
    ).toEqual([])
  })

  test('permission', () =>
    expect(
      missing(
        'terms',
        permissions.map((permission) => `permission.${underscored(permission)}`),
      ),
    ).toEqual([]))
  test('role', () =>
    expect(
      missing(
        'terms',
        allRoles.map((role) => `role.${role}`),
      ),
    ).toEqual([]))
  test('kind of organization', () =>
    expect(
      missing(
        'terms',
        allKinds.map((kind) => `kind.${kind}`),
      ),
    ).toEqual([]))
  test('type of event', () =>
    expect(
      missing(
        'activity',
        auditTypes.map((type) => `type.${underscored(type)}`),
      ),
    ).toEqual([]))
  test('kind of invitation', () =>
    expect(
      missing(
        'invitations',
        invitationKinds.map((kind) => `kind.${kind}`),
      ),
    ).toEqual([]))
  test('state of an invitation', () =>
    expect(
      missing(
        'invitations',
        invitationStates.map((state) => `state.${state}`),
      ),
    ).toEqual([]))
})
