import { getTranslations } from 'next-intl/server'
import { type Actor, can } from '@/lib/access/permissions'
import type { importKnownCustomers } from '@/lib/domain/known-customers/commands'
import { columnNames, customerColumns, customerFileLimits } from '@/lib/domain/known-customers/customer-file'
import { countedAtMost, getKnownCustomer, getKnownCustomerCount } from '@/lib/domain/known-customers/queries'
import type { Verdict } from '@/lib/domain/known-customers/schema'
import type { Outcome } from './action'
import { csvAddress } from './csv-address'
import { describeField } from './error-text'
import { read } from './page'

/** What the pages about known customers share. */

export const rowLimit = customerFileLimits.rows

interface Tab {
  href: string
  label: string
  current: boolean
}

/** Both lists of a reseller's customers side by side; none for whoever may see only one. */
export async function customerTabs(actor: Actor, current: 'customers' | 'known'): Promise<Tab[]> {
  if (!can(actor, 'knownCustomer.manage')) return []
  const [count, t] = await Promise.all([read(getKnownCustomerCount, {}), getTranslations('knownCustomers')])
  const shown = count > countedAtMost ? `${countedAtMost}+` : String(count)
  return [
    { href: '/customers', label: t('tabCustomers'), current: current === 'customers' },
    {
      href: '/customers/known',
      label: count === 0 ? t('tabKnown') : t('tabKnownCount', { count: shown }),
      current: current === 'known',
    },
  ]
}

/** The known customer an invitation is meant for; null where the address names none. */
export async function readKnownCustomer(knownCustomerId: string | undefined) {
  return knownCustomerId ? read(getKnownCustomer, { knownCustomerId }) : null
}

export interface JudgedLine {
  line: number
  name: string
  domain: string
  verdict: Verdict
  label: string
  problems: string[]
}

export interface KnownPreview {
  summary: string
  rows: JudgedLine[]
  /** What the button that stores says; null where there is nothing to store. */
  store: string | null
  /** Said where not all rows are shown. */
  cut: string | null
  /** The text of the file, sent again when it is stored. */
  file: string
}

const shownAtMost = 200

type Judged = Awaited<ReturnType<typeof importKnownCustomers>>

/** What would become of each row; those with mistakes come first. */
export async function showVerdicts({ rows, file }: Judged & { file: string }): Promise<Outcome<KnownPreview>> {
  const t = await getTranslations('knownCustomers.upload')
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length
  const counts = {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    customer: count('customer'),
    refused: count('refused'),
  }
  const stored = counts.added + counts.updated
  const inOrder = [...rows].sort(
    (one, other) => Number(other.verdict === 'refused') - Number(one.verdict === 'refused'),
  )
  const described = await Promise.all(
    inOrder.slice(0, shownAtMost).map(async ({ line, name, domain, verdict, errors }) => ({
      ...{ line, name, domain, verdict, label: t(`verdict.${verdict}`) },
      problems: await Promise.all(
        errors.map(async ({ column, error }) => `${t(`column.${column}`)}: ${await describeField(error)}`),
      ),
    })),
  )
  return {
    stay: true,
    shown: {
      summary: t('summary', counts),
      rows: described,
      store: stored > 0 ? t('store', { count: stored }) : null,
      cut: rows.length > shownAtMost ? t('shown', { count: shownAtMost }) : null,
      file,
    },
  }
}

/** The empty file with the columns in the reader's language. */
export function knownTemplateAddress(locale: string): Promise<string> {
  return csvAddress([customerColumns.map((column) => columnNames[column][locale === 'ru' ? 1 : 0])])
}
