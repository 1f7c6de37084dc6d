import type { Role } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byName, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { containing } from '@/lib/core/sort-name'
import { visibleUsers } from '../users/queries'
import { highestRole } from '../users/rules'
import type { Problem } from './people-file'
import { refusalToChange, stateOf } from './rules'
import { listPartnerUsersInput, partnerUserInput, peopleUploadInput, type UserState } from './schema'

const personFields = {
  id: true,
  fullName: true,
  sortName: true,
  email: true,
  roles: true,
  mustChangePassword: true,
  temporaryPasswordExpiresAt: true,
  disabledAt: true,
  createdAt: true,
} as const

/** The people of one's own organization, in name order. */
export const listPartnerUsers = query({
  access: 'user.list',
  input: listPartnerUsersInput,
  async run({ actor, input, db }) {
    const { search, role, state } = input
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byName('sortName', range)
        return db.user.findMany({
          where: {
            AND: [visibleUsers(actor), { deletedAt: null }, ofRole(role), ofState(state), containing(search), where],
          },
          orderBy,
          take,
          select: personFields,
        })
      },
      (row) => ({ sort: row.sortName, id: row.id }),
    )
    return { ...page, rows: page.rows.map((row) => asPerson(row)) }
  },
})

function ofRole(role: Role | 'none' | undefined) {
  if (!role) return {}
  return { roles: role === 'none' ? { isEmpty: true } : { has: role } }
}

function ofState(state: UserState | undefined) {
  switch (state) {
    case undefined:
      return {}
    case 'disabled':
      return { disabledAt: { not: null } }
    case 'active':
    case 'waiting':
      return { disabledAt: null, mustChangePassword: state === 'waiting' }
  }
}

interface PersonRow {
  id: string
  fullName: string
  email: string
  roles: Role[]
  mustChangePassword: boolean
  temporaryPasswordExpiresAt: Date | null
  disabledAt: Date | null
  createdAt: Date
}

function asPerson({ id, fullName, email, roles, createdAt, disabledAt, ...row }: PersonRow) {
  const state = stateOf({ ...row, disabledAt })
  const passwordExpiresAt = state === 'waiting' ? row.temporaryPasswordExpiresAt : null
  return { id, fullName, email, roles, createdAt, disabledAt, state, passwordExpiresAt }
}

/**
 * One person: what they have, what they ask for, and why the actor may not change them, if so.
 * @throws DomainError `not_found`
 */
export const getPartnerUser = query({
  access: 'user.list',
  input: partnerUserInput,
  async run({ actor, input, db }) {
    const found = await db.user.findFirst({
      where: { AND: [visibleUsers(actor), { id: input.userId, deletedAt: null }] },
      select: { ...personFields, organizationId: true },
    })
    // A provider with admin access may look at a reseller's people (S2 note), but manages none of them.
    if (found?.organizationId !== actor.organizationId) throw new DomainError('not_found')
    const [sessions, asked, isLast] = [
      await liveSessions(db, found.id),
      await openRequests(db, found.id),
      await isLastGlobalAdmin(db, actor.organizationId, found),
    ]
    return { ...asPerson(found), ...sessions, asked, isLast, refusal: refusalToChange(actor, found) }
  },
})

async function liveSessions(db: Database, userId: string) {
  // Sessions live by the clock of the database.
  const sessions = await db.session.findMany({
    where: { userId },
    orderBy: { lastSeenAt: 'desc' },
    take: 20,
    select: { lastSeenAt: true, revokedAt: true, expiresAt: true },
  })
  const open = sessions.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt.getTime() > Date.now())
  return { lastSeenAt: sessions[0]?.lastSeenAt ?? null, openSessions: open.length }
}

/** Of the last month; what was asked before is forgotten. */
async function openRequests(db: Database, userId: string) {
  return db.roleRequest.findMany({
    where: { userId, settledAt: null },
    orderBy: { askedAt: 'desc' },
    take: 10,
    select: { permission: true, askedAt: true },
  })
}

async function isLastGlobalAdmin(db: Database, organizationId: string, person: PersonRow): Promise<boolean> {
  if (!person.roles.includes(highestRole) || person.disabledAt) return false
  const other = await db.user.findFirst({
    where: {
      organizationId,
      id: { not: person.id },
      roles: { has: highestRole },
      disabledAt: null,
      deletedAt: null,
    },
    select: { id: true },
  })
  return other === null
}

/**
 * A file of colleagues with the verdict of every row, and how far adding them has come.
 * @throws DomainError `not_found`
 */
export const getPeopleUpload = query({
  access: 'user.manage',
  input: peopleUploadInput,
  async run({ actor, input, db }) {
    const found = await db.peopleUpload.findFirst({
      where: { AND: [scope({ organizationId: actor.organizationId }), { id: input.uploadId }] },
      select: { id: true, confirmedAt: true, rows: { orderBy: { line: 'asc' }, select: uploadRowFields } },
    })
    if (!found) throw new DomainError('not_found')
    // Written by nobody but the upload.
    const rows = found.rows.map(({ problems, ...row }) => ({ ...row, problems: problems as unknown as Problem[] }))
    return { uploadId: found.id, isConfirmed: found.confirmedAt !== null, rows }
  },
})

const uploadRowFields = {
  line: true,
  fullName: true,
  email: true,
  agentLevel: true,
  adminLevel: true,
  roles: true,
  state: true,
  problems: true,
  userId: true,
} as const
