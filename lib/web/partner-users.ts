import { getLocale, getTranslations } from 'next-intl/server'
import { type Actor, adminRoles, agentRoles, businessRoles, type Role, rolesOf } from '@/lib/access/permissions'
import { columnNames, peopleColumns } from '@/lib/domain/partner-users/people-file'
import type { getPeopleUpload } from '@/lib/domain/partner-users/queries'
import { mayGrantRole } from '@/lib/domain/users/rules'
import { levelNames } from '@/lib/i18n/role-names'
import type { Outcome } from './action'
import { csvAddress } from './csv-address'
import { describeField } from './error-text'
import { inert } from './exports/csv'

/** What the pages of user management share. */

interface Issued {
  userId: string
  userName: string
  temporaryPassword: string | null
}

interface Credentials {
  userName: string
  temporaryPassword: string
}

/** User name and temporary password, here and once; or on, where a link went out by mail. */
export async function showNewPerson({ userName, temporaryPassword }: Issued): Promise<Outcome<Credentials>> {
  if (temporaryPassword === null) return { redirectTo: '/user-management?notice=user_invited' }
  return { shown: { userName, temporaryPassword } }
}

export async function showNewPassword({ userId, userName, temporaryPassword }: Issued): Promise<Outcome<Credentials>> {
  if (temporaryPassword === null) return { redirectTo: `/user-management/${userId}?notice=user_link_sent` }
  return { shown: { userName, temporaryPassword } }
}

/** The person's page anew, which says what has been done. */
export function leadToUser(notice: string) {
  return async ({ userId }: { userId: string }) => ({ redirectTo: `/user-management/${userId}?notice=${notice}` })
}

/** The words around a password that is shown once. */
export async function onceTexts() {
  const t = await getTranslations('partnerUsers.once')
  return {
    title: t('title'),
    text: t('text'),
    userName: t('userName'),
    temporaryPassword: t('temporaryPassword'),
    copyUserName: t('copyUserName'),
    copyTemporaryPassword: t('copyTemporaryPassword'),
    copied: t('copied'),
    copyRefused: t('copyRefused'),
    leave: t('leave'),
  }
}

/** The roles of the reader's kind of organization, each with whether the reader may give it. */
export function levelChoices(actor: Actor) {
  const known = rolesOf(actor.organizationKind)
  const choices = (level: readonly Role[]) =>
    level.filter((role) => known.includes(role)).map((role) => ({ role, grantable: mayGrantRole(actor, role) }))
  return { agent: choices(agentRoles), admin: choices(adminRoles), business: choices(businessRoles) }
}

export async function leadToUpload({ uploadId }: { uploadId: string }) {
  return { redirectTo: `/user-management/upload/${uploadId}` }
}

export interface UploadProgress {
  added: number
  refused: number
  remaining: number
}

/** How far adding has come; the page is read anew beside it. */
export async function showProgress({ added, refused, remaining }: UploadProgress): Promise<Outcome<UploadProgress>> {
  return { shown: { added, refused, remaining } }
}

type Upload = Awaited<ReturnType<typeof getPeopleUpload>>
export type UploadRow = Omit<Upload['rows'][number], 'problems'> & { problems: string[] }

/** The rows with what is wrong with them in words. */
export async function describeRows({ rows }: Upload): Promise<UploadRow[]> {
  const t = await getTranslations('partnerUsers.upload.column')
  return Promise.all(
    rows.map(async ({ problems, ...row }) => ({
      ...row,
      problems: await Promise.all(
        problems.map(async ({ column, error }) => `${t(column)}: ${await describeField(error)}`),
      ),
    })),
  )
}

async function headings(): Promise<string[]> {
  const locale = await getLocale()
  return peopleColumns.map((column) => columnNames[column][locale === 'ru' ? 1 : 0] ?? '')
}

/** A file with two invented people, to fill in. */
export async function sampleAddress(actor: Actor): Promise<string> {
  const t = await getTranslations('partnerUsers.upload')
  const language = (await getLocale()) === 'ru' ? 1 : 0
  const { agent, admin } = levelChoices(actor)
  const [anAgent, anAdmin] = [agent.at(0)?.role ?? 'noAgent', admin.at(-1)?.role ?? 'noAdmin'] as const
  const at = (name: string) => `${name}@${actor.organizationDomain}`
  return csvAddress([
    await headings(),
    [t('sampleFirst'), at('anna'), levelNames(anAgent)[language], levelNames('noAdmin')[language]],
    [t('sampleSecond'), at('paul'), levelNames('noAgent')[language], levelNames(anAdmin)[language]],
  ])
}

/** The rows that were left out, as a file to correct and upload again; null where there is none. */
export async function failedAddress(rows: readonly UploadRow[]): Promise<string | null> {
  const failed = rows.filter(({ state }) => state === 'refused')
  if (failed.length === 0) return null
  const t = await getTranslations('partnerUsers.upload')
  const lines = failed.map(({ fullName, email, agentLevel, adminLevel, problems }) =>
    [fullName, email, agentLevel, adminLevel, problems.join(' ')].map(inert),
  )
  return csvAddress([[...(await headings()), t('problem')], ...lines])
}
