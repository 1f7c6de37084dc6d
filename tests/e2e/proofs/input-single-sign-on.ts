import { clientId, clientSecret } from '../../support/issuer'
import { linkedIdentity, singleSignOn } from '../../support/single-sign-on'
import { currentRun } from '../stage/run'
import { company, person } from '../support/people'
import { choice, cookieOf, type Door, email, lenient, text } from './input-fields'

const path = '/settings/single-sign-on'

async function set(up: { required?: boolean } = {}) {
  const made = await company('provider', 'Nordlicht Distribution')
  const issuer = `${currentRun().issuerOrigin}/${made.organization.mark}`
  await singleSignOn(made.organization, { issuer, ...up })
  return { ...made, issuer, cookie: await cookieOf(made.admin) }
}

/** Single sign-on, from setting it up to signing in with it. Each form has an organization of its own. */
export async function singleSignOnDoors(): Promise<Door[]> {
  const [changed, switched, required, removed, linked, used] = [
    await set(),
    await set(),
    await set({ required: true }),
    await set(),
    await set(),
    await set(),
  ]
  const colleague = await person(linked.organization)
  await linkedIdentity(colleague, linked.issuer, 'abc')
  return [
    {
      action: 'configureSingleSignOnAction',
      path,
      cookie: changed.cookie,
      fields: {
        issuer: text(changed.issuer),
        clientId: text(clientId),
        clientSecret: text(clientSecret, true),
        'domains[]': { good: changed.organization.domain, kind: 'domain', foreign: removed.organization.domain },
      },
    },
    { action: 'switchSingleSignOnAction', path, cookie: switched.cookie, fields: { state: choice('off') } },
    { action: 'requireSingleSignOnAction', path, cookie: required.cookie, fields: { required: choice('no') } },
    { action: 'removeSingleSignOnAction', path, cookie: removed.cookie, fields: {} },
    { action: 'unlinkIdentityAction', path, cookie: linked.cookie, fields: { email: email(colleague.email) } },
    { action: 'beginSignInTestAction', path, cookie: used.cookie, fields: {} },
    {
      action: 'proveAtIssuerAction',
      path: '/confirm-identity',
      cookie: used.cookie,
      fields: { returnTo: lenient('/customers') },
    },
    {
      action: 'beginSingleSignOnAction',
      path: '/sign-in/organization',
      cookie: undefined,
      fields: { email: email(used.admin.email), returnTo: lenient('/customers') },
    },
  ]
}
