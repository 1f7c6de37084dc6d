import { uuidv7 } from 'uuidv7'
import { insert } from '../../support/owner'
import { type Company, company, type Person, person } from '../support/people'
import { choice, cookieOf, type Door, email, id, nonce, text } from './input-fields'

/** Everything about one's own people, about asking for a role, and about notifications. */
export async function colleagueDoors(): Promise<Door[]> {
  const [ours, theirs] = [await office(), await office()]
  const cookie = await cookieOf(ours.admin)
  const user = { userId: id(ours.colleague.id, theirs.colleague.id) }
  const page = `/user-management/${ours.colleague.id}`
  const levels = {
    agentLevel: choice('helpdeskAgent'),
    adminLevel: choice('none'),
    'businessRoles[]': { ...choice('billingAdmin'), optional: true },
  }
  const delivery = { delivery: choice('link') }
  const told = { notificationId: id(ours.notification, theirs.notification) }
  const doors: Omit<Door, 'cookie'>[] = [
    {
      action: 'addPartnerUserAction',
      path: '/user-management/new',
      fields: { fullName: text('Anna Weiss'), email: email('anna@alder.example'), ...levels, ...delivery },
    },
    {
      action: 'editPartnerUserRolesAction',
      path: `${page}/roles`,
      fields: { ...user, ...levels, seen: text('salesAgent') },
    },
    { action: 'resetPartnerUserPasswordAction', path: `${page}/password`, fields: { ...user, ...delivery } },
    { action: 'renamePartnerUserAction', path: page, fields: { ...user, fullName: text('Anna Weiss') } },
    { action: 'disablePartnerUserAction', path: page, fields: user },
    { action: 'enablePartnerUserAction', path: page, fields: user },
    { action: 'endPartnerUserSessionsAction', path: page, fields: user },
    {
      action: 'uploadPeopleAction',
      path: '/user-management/upload',
      fields: { nonce: nonce(), file: text('Full name,E-mail\nAnna,anna@alder.example\n') },
    },
    {
      action: 'addUploadedPeopleAction',
      path: `/user-management/upload/${ours.upload}`,
      fields: { uploadId: id(ours.upload, theirs.upload) },
    },
    { action: 'openNotificationAction', path: '/notifications', fields: told },
    { action: 'readNotificationAction', path: '/notifications', fields: told },
    { action: 'readAllNotificationsAction', path: '/notifications', fields: {} },
  ]
  const asking: Door = {
    action: 'askForPermissionAction',
    path: '/no-access?permission=order.create',
    cookie: await cookieOf(ours.helpdesk),
    fields: { permission: choice('order.create') },
  }
  return [...doors.map((door) => ({ ...door, cookie })), asking]
}

async function office() {
  const provider = await company('provider', 'Nordlicht Distribution')
  const of = provider.organization
  return {
    admin: provider.admin,
    colleague: await person(of, ['salesAgent']),
    helpdesk: await person(of, ['helpdeskAgent']),
    notification: await writtenNotification(provider.admin),
    upload: await writtenUpload(provider),
  }
}

/** Something somebody was told. */
export async function writtenNotification(who: Person, fullName = 'Felix Ostermann'): Promise<string> {
  const notificationId = uuidv7()
  await insert('Notification', {
    id: notificationId,
    organizationId: who.organization.id,
    userId: who.id,
    kind: 'permissionAsked',
    parameters: { fullName, permission: 'order.create' },
    path: '/roles',
  })
  return notificationId
}

/** A file that was read, with a row that can be added and one that cannot. */
export async function writtenUpload({ admin, organization: of }: Company): Promise<string> {
  const uploadId = uuidv7()
  await insert('PeopleUpload', { id: uploadId, organizationId: of.id, createdById: admin.id, nonce: uuidv7() })
  const row = { uploadId, organizationId: of.id, adminLevel: '' }
  await insert('PeopleUploadRow', {
    ...{ ...row, id: uuidv7(), line: 2, fullName: 'Anna', email: `${uuidv7()}@${of.domain}` },
    ...{ agentLevel: 'Sales agent', roles: '{salesAgent}', state: 'ready', problems: '[]' },
  })
  await insert('PeopleUploadRow', {
    ...{ ...row, id: uuidv7(), line: 3, fullName: 'Boris', email: 'boris', agentLevel: 'Wizard', roles: '{}' },
    ...{ state: 'refused', problems: JSON.stringify([{ column: 'email', error: 'email' }]) },
  })
  return uploadId
}
