import { getTranslations } from 'next-intl/server'
import { type Actor, rolesThatMay } from '@/lib/access/permissions'
import type { DomainError, ErrorCode, ErrorParameters } from '@/lib/core/errors'
import type { Messages } from '@/lib/i18n/messages'

/** What happened and who can mend it, in the reader's language. */
export async function describeError(error: DomainError, actor: Actor | null): Promise<string> {
  const t = await getTranslations('errors')
  if (error.permission && actor) {
    const terms = await getTranslations('terms')
    const roles = rolesThatMay(error.permission, actor.organizationKind).map((role) => terms(`role.${role}`))
    return roles.length > 0 ? t('role_missing_named', { roles: roles.join(', ') }) : t('role_missing')
  }
  return t(error.code, error.parameters)
}

/** A refusal as a page shows it before anybody has asked for the act. */
export async function describeCode(code: ErrorCode, parameters: ErrorParameters): Promise<string> {
  return (await getTranslations('errors'))(code, parameters)
}

/** What is wrong with one field. Unknown keys read as "not valid". */
export async function describeField(key: string): Promise<string> {
  const t = await getTranslations('errors.fields')
  type Known = keyof Messages['errors']['fields']
  return t.has(key as Known) ? t(key as Known) : t('invalid')
}
