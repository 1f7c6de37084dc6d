import { hashPassword } from '@/lib/auth/password'
import { revokeSessionsOf } from '@/lib/auth/session'
import { clock } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { assertConfirmed, command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { newTemporaryPassword } from '@/lib/core/token'
import { nameColumns, passwordColumns, temporaryPassword, userRow } from '../organizations/steps'
import { type ReadRow, readPeopleFile } from './people-file'
import {
  administersNow,
  administratorRoles,
  isAdministrator,
  mayResetPasswordOf,
  readUserName,
  restorableUntil,
} from './rules'
import { addCustomerUserInput, customerUserInput, editCustomerUserInput, importCustomerUsersInput } from './schema'
import {
  administeredPeople,
  asFound,
  assertAnotherAdministrator,
  assertSomebodyElse,
  concerning,
  findAdministeredCustomer,
  findPerson,
  since,
  takeAllLicensesBack,
} from './steps'

/** Each row of a file costs a password hash. */
const importBudget: Budget = { name: 'import-people', points: 20, seconds: 15 * 60 }

/**
 * Adds somebody to a customer.
 * @returns user name and temporary password, shown once
 * @throws DomainError `not_found`, `delegation_missing`, `input_invalid` for a user name that is taken or foreign,
 * `confirmation_required` for an administrator
 */
export const addCustomerUser = command({
  access: 'customerUser.manage',
  input: addCustomerUserInput,
  prepare: temporaryPassword,
  async run({ actor, input, db, audit }, { password, passwordHash }) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    if (input.role === 'administrator') assertConfirmed(actor)
    const { userName, error } = readUserName(input.userName, customer.domain)
    if (!userName) throw new DomainError('input_invalid', { fields: { userName: [error ?? 'user_name'] } })
    const row = userRow(customer.id, {
      email: userName,
      fullName: input.displayName,
      usageLocation: input.usageLocation,
      roles: input.role === 'administrator' ? administratorRoles : [],
      passwordHash,
      locale: actor.locale,
      temporary: true,
    })
    // The unique index decides between two who want the same name.
    const { count } = await db.user.createMany({ data: row, skipDuplicates: true })
    if (count === 0) throw new DomainError('input_invalid', { fields: { userName: ['user_name_taken'] } })
    const details = { userId: row.id, fullName: input.displayName }
    await audit('customerUser.created', details, concerning(actor, customer))
    return { userId: row.id, userName, temporaryPassword: password }
  },
})

/**
 * Name, location, role and whether the person may sign in.
 * @throws DomainError `not_found`, `delegation_missing`, `own_account`, `last_global_admin`, `stale`, `confirmation_required`
 * where somebody becomes an administrator or no longer is one
 */
export const editCustomerUser = command({
  access: 'customerUser.manage',
  input: editCustomerUserInput,
  async run({ actor, input, db, audit }) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const person = await findPerson(db, actor, input)
    const [administers, blocked] = [input.role === 'administrator', input.signIn === 'blocked']
    if (administers !== isAdministrator(person)) assertConfirmed(actor)
    if (administersNow(person) && (!administers || blocked)) {
      assertSomebodyElse(actor, person.id)
      await assertAnotherAdministrator(db, customer.id, person.id)
    }
    const { count } = await db.user.updateMany({
      where: asFound(person),
      data: {
        ...nameColumns(input.displayName, person.email),
        usageLocation: input.usageLocation ?? null,
        roles: administers ? [...administratorRoles] : [],
        disabledAt: since(person.disabledAt, blocked),
      },
    })
    if (count === 0) throw new DomainError('stale')
    if (blocked) await revokeSessionsOf(db, person.id)
    const details = { userId: person.id, fullName: input.displayName }
    await audit('customerUser.changed', details, concerning(actor, customer))
    return { customerId: customer.id, userId: person.id }
  },
})

/**
 * Deletes somebody for thirty days, then for good: sessions end and licenses are available again at once.
 * @throws DomainError `not_found`, `delegation_missing`, `own_account`, `last_global_admin`, `stale`
 */
export const deleteCustomerUser = command({
  access: 'customerUser.manage',
  input: customerUserInput,
  async run({ actor, input, db, audit }) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const person = await findPerson(db, actor, input)
    assertSomebodyElse(actor, person.id)
    if (administersNow(person)) await assertAnotherAdministrator(db, customer.id, person.id)
    const { count } = await db.user.updateMany({
      where: asFound(person),
      data: { deletedAt: clock.now() },
    })
    if (count === 0) throw new DomainError('stale')
    await revokeSessionsOf(db, person.id)
    await takeAllLicensesBack({ db, audit }, actor, customer, person.id)
    const details = { userId: person.id, fullName: person.fullName }
    await audit('customerUser.deleted', details, concerning(actor, customer))
    return { customerId: customer.id, userId: person.id }
  },
})

/**
 * Brings a deleted person back as they were, without licenses.
 * @throws DomainError `not_found`, `delegation_missing`, `restore_window_passed`
 */
export const restoreCustomerUser = command({
  access: 'customerUser.manage',
  input: customerUserInput,
  async run({ actor, input, db, audit }) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const deleted = { id: input.userId, organizationId: customer.id, deletedAt: { not: null } }
    const person = await db.user.findFirst({
      where: { AND: [administeredPeople(actor), deleted] },
      select: { id: true, fullName: true, deletedAt: true },
    })
    if (!person?.deletedAt) throw new DomainError('not_found')
    if (clock.now() >= restorableUntil(person.deletedAt)) throw new DomainError('restore_window_passed')
    const { count } = await db.user.updateMany({ where: deleted, data: { deletedAt: null } })
    if (count === 0) throw new DomainError('not_found')
    const details = { userId: person.id, fullName: person.fullName }
    await audit('customerUser.restored', details, concerning(actor, customer))
    return { customerId: customer.id, userId: person.id }
  },
})

/**
 * A new temporary password; the old one and all sessions end.
 * @returns user name and password, shown once
 * @throws DomainError `not_found`, `delegation_missing`, `own_account`, `role_missing` for an administrator's password, `stale`,
 * `confirmation_required` for an administrator's
 */
export const resetCustomerUserPassword = command({
  access: 'customerUser.resetPassword',
  input: customerUserInput,
  prepare: temporaryPassword,
  async run({ actor, input, db, audit }, { password, passwordHash }) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const person = await findPerson(db, actor, input)
    assertSomebodyElse(actor, person.id)
    if (!mayResetPasswordOf(actor, person)) throw new DomainError('role_missing', { permission: 'customerUser.manage' })
    if (isAdministrator(person)) assertConfirmed(actor)
    const { count } = await db.user.updateMany({
      where: asFound(person),
      data: passwordColumns(passwordHash, true),
    })
    if (count === 0) throw new DomainError('stale')
    await revokeSessionsOf(db, person.id)
    const details = { userId: person.id, fullName: person.fullName }
    await audit('customerUser.passwordReset', details, concerning(actor, customer))
    return { userId: person.id, userName: person.email, temporaryPassword: password }
  },
})

/**
 * Adds the people of a file: good rows go in, the others come back with what is wrong with them.
 * @returns a row for each row of the file, with the temporary passwords, shown once
 * @throws DomainError `not_found`, `delegation_missing`, `file_invalid`, `too_many_attempts`
 */
export const importCustomerUsers = command({
  access: 'customerUser.import',
  input: importCustomerUsersInput,
  async prepare({ actor, input, read }) {
    await spend(importBudget, actor.userId)
    const { domain } = await read((db) => findAdministeredCustomer(db, actor, input.customerId))
    const rows: (ReadRow & { secret?: { password: string; passwordHash: string } })[] = []
    // One after the other, so that a long file leaves hashing to those who sign in meanwhile.
    for (const row of readPeopleFile(input.file, domain)) {
      const password = newTemporaryPassword()
      rows.push(
        row.errors.length > 0 ? row : { ...row, secret: { password, passwordHash: await hashPassword(password) } },
      )
    }
    return rows
  },
  async run({ actor, input, db, audit }, rows) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const people = rows.flatMap(({ line, secret, displayName, userName }) => {
      if (!secret) return []
      const { passwordHash } = secret
      const facts = { email: userName, fullName: displayName, usageLocation: input.usageLocation, passwordHash }
      return { line, row: userRow(customer.id, { ...facts, roles: [], locale: actor.locale, temporary: true }) }
    })
    await db.user.createMany({ data: people.map(({ row }) => row), skipDuplicates: true })
    const written = await db.user.findMany({
      where: { id: { in: people.map(({ row }) => row.id) } },
      select: { id: true },
    })
    const added = new Set(people.filter(({ row }) => written.some(({ id }) => id === row.id)).map(({ line }) => line))
    const details = { created: added.size, refused: rows.length - added.size }
    await audit('customerUser.imported', details, concerning(actor, customer))
    return { rows: rows.map((row) => answerTo(row, added.has(row.line))) }
  },
})

function answerTo(
  { line, displayName, userName, errors, secret }: ReadRow & { secret?: { password: string } },
  added: boolean,
) {
  const taken = [{ column: 'userName' as const, error: 'user_name_taken' }]
  return {
    line,
    displayName,
    userName,
    temporaryPassword: added && secret ? secret.password : null,
    errors: added || errors.length > 0 ? errors : taken,
  }
}
