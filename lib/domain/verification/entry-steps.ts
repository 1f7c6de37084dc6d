import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import type { NotificationKind, NotificationParameters } from '../notifications/schema'
import { notifyHolders } from '../notifications/steps'
import type { CheckKind } from './schema'

export const entryKinds = [
  'Opened',
  'LetterSent',
  'ContactChanged',
  'ContactConfirmed',
  'EvidenceAdded',
  'DataChanged',
  'CheckPassed',
  'CheckFailed',
  'CheckReopened',
  'ReviewAsked',
  'Commented',
  'Authorized',
  'Rejected',
] as const
export type EntryKind = (typeof entryKinds)[number]

interface Entry {
  caseId: string
  organizationId: string
  kind: EntryKind
  check?: CheckKind
  text?: string | null
  authorName?: string | null
  byOperator?: boolean
}

/** Adds to the history that applicant and operator both read. */
export async function addEntry(db: Database, { check, text, authorName, ...entry }: Entry): Promise<void> {
  await db.verificationEntry.createMany({
    data: {
      ...entry,
      check: check ?? null,
      text: text ?? null,
      authorName: authorName ?? null,
      createdAt: clock.now(),
    },
  })
}

/** Who runs the portal. A company cannot see that organization otherwise. */
export function findOperators(db: Database): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`select id, name from portal_operators()`
}

type Told = 'verificationOpened' | 'verificationReady' | 'verificationAnswered'

/** Tells the people of the operator who review. The company's name is what stands in its row. */
export async function notifyOperators(
  db: Database,
  { organizationId, kind, caseId }: { organizationId: string; kind: Told; caseId: string },
): Promise<void> {
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } })
  for (const { id } of await findOperators(db))
    await notifyHolders(
      db,
      { organizationId: id, kind: 'operator', permission: 'verification.review' },
      { kind, parameters: { organizationName: name }, path: `/verification/${caseId}` },
    )
}

type ToldApplicant = Extract<
  NotificationKind,
  'verificationCheckPassed' | 'verificationAuthorized' | 'verificationRejected' | 'verificationCommented'
>

/** Tells those of a company who answer for its verification. */
export function notifyApplicant<Kind extends ToldApplicant>(
  db: Database,
  applicant: { id: string; kind: 'operator' | 'provider' | 'reseller' | 'customer' },
  kind: Kind,
  parameters: NotificationParameters[Kind],
): Promise<void> {
  return notifyHolders(
    db,
    { organizationId: applicant.id, kind: applicant.kind, permission: 'verification.answer' },
    { kind, parameters, path: '/enroll/status' },
  )
}
