import { getLocale, getTranslations } from 'next-intl/server'
import type { Access } from '@/lib/access/permissions'
import { isDomainError } from '@/lib/core/errors'
import type { Operation } from '@/lib/core/operation'
import type { importCustomerUsers } from '@/lib/domain/customer-users/commands'
import { columnNames, peopleColumns } from '@/lib/domain/customer-users/people-file'
import type { Outcome } from './action'
import { csvAddress } from './csv-address'
import { describeField } from './error-text'
import { inert } from './exports/csv'
import { read } from './page'

/** What the pages about a customer's people share. */

interface Ids {
  customerId: string
  userId: string
}

/** Null where the customer has not given the reader's organization delegated administration: the page says so. */
export async function readDelegated<A extends Access, Input, Output>(
  operation: Operation<A, Input, Output>,
  input: Input,
): Promise<Output | null> {
  try {
    return await read(operation, input)
  } catch (error) {
    if (isDomainError(error, 'delegation_missing')) return null
    throw error
  }
}

/** Back to the list, which says what has been done. */
export function leadToPeople(notice: string) {
  return async ({ customerId }: { customerId: string }) => ({
    redirectTo: `/customers/${customerId}/users?notice=${notice}`,
  })
}

/** The person's page anew, which says what has been done. */
export function leadToPerson(notice: string) {
  return async ({ customerId, userId }: Ids) => ({
    redirectTo: `/customers/${customerId}/users/${userId}?notice=${notice}`,
  })
}

/** The same for a change that could have been about many people. */
export function leadToOnePerson(notice: string) {
  const lead = leadToPerson(notice)
  return ({ customerId, userIds: [userId = ''] }: { customerId: string; userIds: string[] }) =>
    lead({ customerId, userId })
}

interface Credentials {
  userName: string
  temporaryPassword: string
}

/** Shows user name and temporary password, here and once. */
export async function showCredentials({ userName, temporaryPassword }: Credentials): Promise<Outcome<Credentials>> {
  return { shown: { userName, temporaryPassword } }
}

/** The words around a password that is shown once. */
export async function credentialTexts() {
  const t = await getTranslations('customerUsers.once')
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

export interface UploadedPerson {
  line: number
  displayName: string
  userName: string
  added: boolean
  problems: string[]
}

export interface UploadResult {
  rows: UploadedPerson[]
  /** How many rows went in and how many did not. */
  summary: string
  /** A file with the temporary passwords, as an address that the browser saves; null where nobody was added. */
  passwordFile: string | null
}

type Uploaded = Awaited<ReturnType<typeof importCustomerUsers>>

/** What became of each row, and the passwords as a file: here and once. */
export async function showUpload({ rows }: Uploaded): Promise<Outcome<UploadResult>> {
  const t = await getTranslations('customerUsers.upload')
  const described = await Promise.all(
    rows.map(async ({ errors, temporaryPassword, ...row }) => ({
      ...row,
      added: temporaryPassword !== null,
      problems: await Promise.all(
        errors.map(async ({ column, error }) => `${t(`column.${column}`)}: ${await describeField(error)}`),
      ),
    })),
  )
  const added = rows.filter(({ temporaryPassword }) => temporaryPassword !== null)
  const cells = added.map((row) => [inert(row.displayName), row.userName, row.temporaryPassword ?? ''])
  const head = [t('column.displayName'), t('column.userName'), t('temporaryPassword')]
  const passwordFile = added.length > 0 ? await csvAddress([head, ...cells]) : null
  const summary = t('result', { added: added.length, refused: rows.length - added.length })
  return { shown: { rows: described, summary, passwordFile } }
}

/** The empty file with the columns in the reader's language. */
export async function templateAddress(): Promise<string> {
  const locale = await getLocale()
  return csvAddress([peopleColumns.map((column) => columnNames[column][locale === 'ru' ? 1 : 0] ?? '')])
}
