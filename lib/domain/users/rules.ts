import { type Actor, type OrganizationKind, type Permission, type Role, rolesOf } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { guessedFirst, passwordWorth, severalWords, worthOfLetters, worthOfMarks } from './password-worth'

/** NIST SP 800-63B: length instead of composition rules; 15 characters while the password is the only factor. */
export const passwordLength = { min: 15, max: 128 }

/**
 * Why a password is not good enough, as a message key; null when it is.
 * @param context words that make a password guessable: names, addresses, the organization
 */
export function passwordWeakness(
  password: string,
  context: readonly string[],
): 'password_short' | 'password_long' | 'password_common' | 'password_context' | null {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < passwordLength.min) return 'password_short'
  if (characters.length > passwordLength.max) return 'password_long'
  if (new Set(characters).size < 5) return 'password_common'
  const signs = [...characters.join('').toLowerCase()]
  return guessableAs(signs, wordsOf(context))
}

const wordsOf = (context: readonly string[]): string[] =>
  context.flatMap(
    (text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  )

/** Whether a password is made of what is guessed first, or is a short one repeated. */
function guessableAs(password: readonly string[], context: readonly string[]) {
  for (const { signs, besides } of formsOf(password)) {
    const unit = repeatedUnit(signs)
    // Repeating a password that would be too short makes it no better.
    const tooShort = unit.length < signs.length && unit.length < passwordLength.min
    const worth = passwordWorth(unit, context)
    if (worth.bits + besides < (tooShort ? worthOfLetters(passwordLength.min) : severalWords))
      return worth.known > 0 && worth.known * 2 >= unit.length - worth.repeated ? 'password_context' : 'password_common'
  }
  return null
}

/**
 * A password as it is written; and what is behind the ornaments: its letters alone where they are one common password or a
 * repetition, and what remains without the marks of p-a-s-s-w-o-r-d. `besides` is what the marks are worth.
 */
function formsOf(signs: readonly string[]): { signs: readonly string[]; besides: number }[] {
  const letters = signs.filter((sign) => /\p{L}/u.test(sign))
  const ornate = guessedFirst.has(letters.join('')) || repeatedUnit(letters).length < letters.length
  const marks = signs.filter((sign) => /[\p{P}\p{Z}$+<=>^`|~]/u.test(sign))
  const bare = signs.filter((sign) => !marks.includes(sign))
  return [
    ...(ornate && letters.length * 2 >= signs.length ? [{ signs: letters, besides: 0 }] : []),
    ...(marks.length * 3 >= signs.length ? [{ signs: bare, besides: worthOfMarks(new Set(marks).size) }] : []),
    { signs, besides: 0 },
  ]
}

/** What a text repeats from its beginning to its end, at least twice; the text itself if it does not. */
function repeatedUnit(signs: readonly string[]): readonly string[] {
  for (let length = 1; length * 2 <= signs.length; length += 1) {
    if (signs.every((sign, at) => at < length || sign === signs[at - length])) return signs.slice(0, length)
  }
  return signs
}

/** The role that reaches everything: an organization is never without somebody enabled who has it. */
export const highestRole: Role = 'globalAdmin'

// Spec 2.2: nobody grants a role beyond their own reach, and no role that opens nothing in the kind of organization.
export function mayGrantRole(actor: Pick<Actor, 'roles' | 'organizationKind'>, role: Role): boolean {
  return rolesOf(actor.organizationKind).includes(role) && !isBeyond(actor, [role])
}

// Spec 2.2: whoever is no Global admin does not touch Global admins: roles, name, password, sessions, whether they may sign in.
export function isBeyond(actor: Pick<Actor, 'roles'>, personsRoles: readonly Role[]): boolean {
  return personsRoles.includes(highestRole) && !actor.roles.includes(highestRole)
}

/** @throws DomainError `role_above_own` */
export function assertMayGrant(actor: Pick<Actor, 'roles' | 'organizationKind'>, roles: readonly Role[]): void {
  if (!roles.every((role) => mayGrantRole(actor, role))) throw new DomainError('role_above_own')
}

/** Roles are given in user management, or on a customer's own people pages. */
export function grantingPermission(kind: OrganizationKind): Permission {
  return kind === 'customer' ? 'customerUser.manage' : 'user.manage'
}
