import { codeOf, stepAt } from '@/lib/auth/totp'
import { hashToken } from '@/lib/core/token'
import { signedIn } from '../../support/organizations'
import { row } from '../../support/owner'
import { draftedSecret, passwordLink, pendingSignIn, secondFactor } from '../../support/second-factor'
import { currentRun } from '../stage/run'
import { company, type Person, person } from '../support/people'
import { choice, cookieOf, type Door, email, id, lenient, password, token } from './input-fields'

/** Everything about getting into one's own account. Each form has a person of its own. */
export async function securityDoors(): Promise<Door[]> {
  const { organization, admin } = await company('provider', 'Nordlicht Distribution')
  const somebody = () => person(organization, ['salesAgent'])
  return [
    ...(await linkDoors(await somebody())),
    ...(await codeDoors(await somebody(), await somebody())),
    ...(await factorDoors([await somebody(), await somebody(), await somebody()], admin)),
    ...(await sessionDoors(await somebody(), await somebody())),
  ]
}

const chosen = password('quiet harbour wooden spoon')

async function linkDoors(who: Person): Promise<Door[]> {
  const link = await passwordLink(who)
  return [
    {
      action: 'choosePasswordAction',
      path: `/choose-password/${link}`,
      cookie: undefined,
      fields: {
        token: token(link),
        newPassword: chosen,
        repeatedPassword: chosen,
        timeZone: lenient('Europe/Berlin'),
      },
    },
    {
      action: 'forgotPasswordAction',
      path: '/forgot-password',
      cookie: undefined,
      fields: { email: email(who.email) },
    },
  ]
}

async function codeDoors(waiting: Person, confirming: Person): Promise<Door[]> {
  const { recoveryCodes } = await secondFactor(waiting)
  return [
    {
      action: 'finishSignInAction',
      path: '/sign-in/code',
      cookie: `tandem.pending=${await pendingSignIn(waiting)}`,
      fields: {
        code: password(recoveryCodes[0] ?? ''),
        returnTo: lenient('/customers'),
        timeZone: lenient('Europe/Berlin'),
      },
    },
    {
      action: 'confirmIdentityAction',
      path: '/confirm-identity',
      cookie: await cookieOf(confirming),
      fields: { password: password(currentRun().password), returnTo: lenient('/customers') },
    },
  ]
}

async function factorDoors([adding, removing, renewing]: [Person, Person, Person], admin: Person): Promise<Door[]> {
  for (const who of [removing, renewing, admin]) await secondFactor(who)
  const secret = await draftedSecret(adding)
  const nothing = async (action: Door['action'], who: Person, path = '/account/security'): Promise<Door> => ({
    ...{ action, path, cookie: await cookieOf(who), fields: {} },
  })
  return [
    {
      action: 'addSecondFactorAction',
      path: '/second-factor',
      cookie: await cookieOf(adding),
      // Right at the moment it is asked for.
      fields: {
        code: {
          kind: 'password',
          get good() {
            return codeOf(secret, stepAt(Date.now()))
          },
        },
      },
    },
    await nothing('beginSecondFactorAction', renewing, '/second-factor'),
    await nothing('removeSecondFactorAction', removing),
    await nothing('renewRecoveryCodesAction', renewing),
    {
      action: 'requireSecondFactorAction',
      path: '/account/security',
      cookie: await cookieOf(admin),
      fields: { required: choice('no') },
    },
  ]
}

async function sessionDoors(who: Person, stranger: Person): Promise<Door[]> {
  const sessionOf = async (somebody: Person) =>
    (
      await row<{ id: string }>('select id from "Session" where "tokenHash" = $1', [
        hashToken(await signedIn(somebody)),
      ])
    ).id
  return [
    {
      action: 'changeOwnPasswordAction',
      path: '/account/security',
      cookie: await cookieOf(stranger),
      fields: {
        currentPassword: password(currentRun().password),
        newPassword: chosen,
        repeatedPassword: chosen,
        returnTo: lenient('/customers'),
      },
    },
    {
      action: 'endSessionAction',
      path: '/account/sessions',
      cookie: await cookieOf(who),
      fields: { sessionId: id(await sessionOf(who), await sessionOf(stranger)) },
    },
    { action: 'endOtherSessionsAction', path: '/account/sessions', cookie: await cookieOf(who), fields: {} },
  ]
}
