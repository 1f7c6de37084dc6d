import { revokeSessionsOf } from '@/lib/auth/session'
import { clock } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { notifyPeople } from '../notifications/steps'
import { nameColumns, passwordColumns, temporaryPassword, userRow } from '../organizations/steps'
import { rolesFrom } from '../users/levels'
import { assertMayGrant } from '../users/rules'
import { mailFirstLink, mailNewLink } from './link-steps'
import { readPeople } from './people-file'
import { settleRoleRequests } from './request-steps'
import { asSeen, differenceOf } from './rules'
import {
  addPartnerUserInput,
  editRolesInput,
  partnerUserInput,
  peopleUploadInput,
  renamePartnerUserInput,
  resetPartnerUserPasswordInput,
  uploadPeopleInput,
} from './schema'
import { assertSomebodyRemains, holdChangeable, holdPerson, voidPasswordLinks } from './steps'
import { addPeople, keepUpload, progressOf, takeNext } from './upload-steps'

/** Adding somebody tells whether an address is taken. */
const addBudget: Budget = { name: 'add-person', points: 60, seconds: 15 * 60 }

/** Each row of a file tells whether an address is taken. */
const uploadBudget: Budget = { name: 'upload-people', points: 20, seconds: 15 * 60 }

/**
 * S2, Add user: somebody of one's own organization.
 * @returns user name and temporary password, shown once; no password where the portal mails a link to choose one
 * @throws DomainError `role_above_own`, `too_many_attempts`, `input_invalid` for an address that is taken
 */
export const addPartnerUser = command({
  access: 'user.manage',
  confirmed: true,
  input: addPartnerUserInput,
  async prepare({ actor }) {
    await spend(addBudget, actor.userId)
    return temporaryPassword()
  },
  async run({ actor, input, db, audit }, { password, passwordHash }) {
    const { fullName, email, delivery } = input
    const roles = rolesFrom(input)
    const { acting } = await holdPerson(db, actor, actor.userId)
    assertMayGrant(acting, roles)
    const facts = { fullName, email, roles, passwordHash, locale: actor.locale, temporary: true }
    const row = userRow(actor.organizationId, facts)
    // The unique index decides between two who want the same address.
    const { count } = await db.user.createMany({ data: row, skipDuplicates: true })
    if (count === 0) throw new DomainError('input_invalid', { fields: { email: ['email_taken'] } })
    await audit('user.created', { userId: row.id, fullName, roles })
    const mailed = delivery === 'link'
    if (mailed) await mailFirstLink({ db, audit }, actor, row)
    return { userId: row.id, userName: email, temporaryPassword: mailed ? null : password }
  },
})

/**
 * S2, Update: another agent level, admin level or business role. Holds from the person's next request on.
 * @throws DomainError `not_found`, `own_account`, `global_admin_protected`, `role_above_own`, `last_global_admin`, `stale`
 */
export const editPartnerUserRoles = command({
  access: 'user.manage',
  confirmed: true,
  input: editRolesInput,
  async run({ actor, input, db, audit }) {
    const held = await holdChangeable(db, actor, input.userId)
    const { acting, person } = held
    const roles = rolesFrom(input)
    assertMayGrant(acting, roles)
    if (asSeen(person.roles) !== input.seen) throw new DomainError('stale')
    assertSomebodyRemains(held, { roles, disabled: false })
    await db.user.update({ where: { id: person.id }, data: { roles }, select: { id: true } })
    const { granted, removed } = differenceOf(person.roles, roles)
    await audit('user.rolesChanged', { userId: person.id, fullName: person.fullName, granted, removed })
    await settleRoleRequests(db, actor, { userId: person.id, roles })
    if (granted.length + removed.length > 0) {
      const parameters = { fullName: actor.fullName, granted: granted.join(','), removed: removed.join(',') }
      await notifyPeople(db, actor.organizationId, [person.id], { kind: 'rolesChanged', parameters, path: '/roles' })
    }
    return { userId: person.id }
  },
})

/** @throws DomainError `not_found`, `global_admin_protected` */
export const renamePartnerUser = command({
  access: 'user.manage',
  input: renamePartnerUserInput,
  async run({ actor, input: { userId, fullName }, db, audit }) {
    // Nothing is taken from anybody by their own name.
    const { person } = await (userId === actor.userId ? holdPerson : holdChangeable)(db, actor, userId)
    await db.user.update({ where: { id: userId }, data: nameColumns(fullName, person.email), select: { id: true } })
    await audit('user.renamed', { userId, fullName, before: person.fullName })
    return { userId }
  },
})

/**
 * A new password; the old one, links to choose one and all sessions end.
 * @returns user name and password, shown once; no password where the portal mails a link to choose one
 * @throws DomainError `not_found`, `own_account`, `global_admin_protected`
 */
export const resetPartnerUserPassword = command({
  access: 'user.manage',
  confirmed: true,
  input: resetPartnerUserPasswordInput,
  prepare: temporaryPassword,
  async run({ actor, input: { userId, delivery }, db, audit }, { password, passwordHash }) {
    const { person } = await holdChangeable(db, actor, userId)
    await db.user.update({ where: { id: userId }, data: passwordColumns(passwordHash, true), select: { id: true } })
    await revokeSessionsOf(db, userId)
    await audit('user.passwordReset', { userId, fullName: person.fullName })
    const mailed = delivery === 'link'
    if (mailed) await mailNewLink({ db, audit }, actor, person)
    return { userId, userName: person.email, temporaryPassword: mailed ? null : password }
  },
})

/**
 * Nobody signs in with the account any longer; its sessions end at once.
 * @throws DomainError `not_found`, `own_account`, `global_admin_protected`, `last_global_admin`
 */
export const disablePartnerUser = command({
  access: 'user.manage',
  input: partnerUserInput,
  async run({ actor, input: { userId }, db, audit, repeats }) {
    const held = await holdChangeable(db, actor, userId)
    const { person } = held
    assertSomebodyRemains(held, { roles: person.roles, disabled: true })
    if (person.disabledAt) {
      repeats()
      return { userId }
    }
    await db.user.update({ where: { id: userId }, data: { disabledAt: clock.now() }, select: { id: true } })
    await voidPasswordLinks(db, userId)
    await revokeSessionsOf(db, userId)
    await audit('user.disabled', { userId, fullName: person.fullName })
    return { userId }
  },
})

/** @throws DomainError `not_found`, `own_account`, `global_admin_protected` */
export const enablePartnerUser = command({
  access: 'user.manage',
  input: partnerUserInput,
  async run({ actor, input: { userId }, db, audit, repeats }) {
    const { person } = await holdChangeable(db, actor, userId)
    if (!person.disabledAt) {
      repeats()
      return { userId }
    }
    await db.user.update({ where: { id: userId }, data: { disabledAt: null }, select: { id: true } })
    await audit('user.enabled', { userId, fullName: person.fullName })
    return { userId }
  },
})

/**
 * Signs somebody out everywhere, at once.
 * @throws DomainError `not_found`, `own_account`, `global_admin_protected`
 */
export const endPartnerUserSessions = command({
  access: 'user.manage',
  input: partnerUserInput,
  async run({ actor, input: { userId }, db, audit }) {
    const { person } = await holdChangeable(db, actor, userId)
    await revokeSessionsOf(db, userId)
    await audit('user.signedOutEverywhere', { userId, fullName: person.fullName })
    return { userId }
  },
})

/**
 * Reads a file of colleagues and judges every row. Adds nobody: that takes `addUploadedPeople`.
 * @throws DomainError `file_invalid`, `too_many_attempts`
 */
export const uploadPeople = command({
  access: 'user.manage',
  input: uploadPeopleInput,
  unaudited: 'Nothing has happened yet: whoever uploads looks at the verdicts first.',
  async prepare({ actor, input }) {
    await spend(uploadBudget, actor.userId)
    return readPeople(input.file)
  },
  async run({ actor, input, db }, people) {
    return { uploadId: await keepUpload(db, actor, { nonce: input.nonce, people }) }
  },
})

/**
 * Adds the next people of an upload, each with a link by mail to choose a password. Called again until none remain.
 * @throws DomainError `not_found`, `role_missing`
 */
export const addUploadedPeople = command({
  access: 'user.manage',
  confirmed: true,
  input: peopleUploadInput,
  // A password that nobody ever sees: everybody chooses their own.
  prepare: temporaryPassword,
  async run({ actor, input: { uploadId }, db, audit, repeats }, { passwordHash }) {
    const ready = await takeNext(db, actor, uploadId)
    const { acting } = await holdPerson(db, actor, actor.userId)
    const added = await addPeople(db, acting, ready, passwordHash)
    if (added.length === 0) repeats()
    for (const person of added) {
      await audit('user.created', { userId: person.id, fullName: person.fullName, roles: person.roles })
      await mailFirstLink({ db, audit }, actor, person)
    }
    return { uploadId, ...(await progressOf(db, uploadId)) }
  },
})
