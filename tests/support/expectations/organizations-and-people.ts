import { uuidv7 } from 'uuidv7'
import { uploadPeople } from '@/lib/domain/partner-users/commands'
import { relations } from '../neighbourhood'
import { member, newMark, person } from '../organizations'
import { insert } from '../owner'
import type { Cell, Row } from './row'
import { always, company, empty, foundOnly, self } from './targets'

const founding = () => {
  const { name, domain, country, adminName, adminEmail } = company()
  return { name, domain, country, adminName, adminEmail }
}

export const organizationRows: Row[] = [
  {
    operation: 'operator.installOperator',
    access: 'public',
    relations: self,
    input: founding,
    answers: always('already_installed'),
  },
  {
    operation: 'operator.addProvider',
    access: 'organization.create',
    relations: self,
    input: () => ({ ...founding(), locale: 'ru' }),
  },
  {
    operation: 'operator.resendActivation',
    access: 'organization.create',
    relations: ['own', 'stranger'],
    input: ({ world, neighbour }) => ({ organizationId: (neighbour?.partner ?? world.me).id }),
    // They have come already.
    answers: always('stale'),
  },
  {
    operation: 'operator.renameProvider',
    access: 'organization.rename',
    relations: ['own', 'stranger'],
    input: ({ world, neighbour }) => {
      const { id, name } = neighbour?.partner ?? world.me
      return { organizationId: id, name: `${name} AG`, seen: 'what it was called before', reason: 'Merger' }
    },
    answers: ({ world, neighbour }) =>
      (neighbour?.partner ?? world.me).kind === 'provider' ? 'stale' : 'name_is_its_own',
  },
  {
    operation: 'operator.listOrganizations',
    access: 'organization.list',
    relations: self,
    input: empty,
  },
  {
    operation: 'operator.getOrganization',
    access: 'organization.list',
    relations: ['own', 'stranger'],
    input: ({ world, neighbour }) => ({ organizationId: (neighbour?.partner ?? world.me).id }),
    // The operator is meant to see everybody.
    shows: ({ world, neighbour }) => [(neighbour?.partner ?? world.me).mark],
  },
  {
    operation: 'organizations.addOrganization',
    access: 'organization.create',
    relations: self,
    input: () => ({ kind: 'reseller', ...company() }),
  },
]

export const userRows: Row[] = [
  {
    operation: 'users.signIn',
    access: 'public',
    relations: self,
    input: () => ({ email: 'a@b.example', password: '' }),
    answers: always('input_invalid'),
  },
  { operation: 'users.signOut', access: 'identified', relations: self, input: empty },
  {
    operation: 'users.changePassword',
    access: 'identified',
    relations: self,
    input: () => ({ currentPassword: 'a', newPassword: 'b', repeatedPassword: 'c' }),
    answers: always('input_invalid'),
  },
  { operation: 'users.updatePreferences', access: 'public', relations: self, input: () => ({ theme: 'dark' }) },
  {
    operation: 'users.addUser',
    access: 'user.create',
    relations: self,
    input: () => ({ email: `${newMark()}@b.example`, fullName: 'N', roles: [] }),
  },
  {
    operation: 'users.explainPermission',
    access: 'signedIn',
    relations,
    input: () => ({ permission: 'user.create' }),
    shows: ({ relation, world }) => (relation === 'own' ? [world.me.mark] : []),
  },
]

/** Somebody of one's own organization beside the caller, or of the neighbour's. */
async function colleague({ world, neighbour }: Cell): Promise<{ userId: string }> {
  const { id } = await person(neighbour?.partner ?? world.me)
  return { userId: id }
}

const noLevels = { agentLevel: 'none', adminLevel: 'none' }
const ownOnly = foundOnly('own')

const file = () => ({ nonce: uuidv7(), file: `Full name,E-mail\nN,${newMark()}@b.example\n` })

/** An upload of one's own, or of the neighbour's people. */
async function upload({ world, neighbour }: Cell): Promise<{ uploadId: string }> {
  const of = neighbour?.partner ?? world.me
  return uploadPeople(await member({ ...of, kind: 'provider' }, 'globalAdmin'), file())
}

export const partnerUserRows: Row[] = [
  {
    operation: 'partner-users.listPartnerUsers',
    access: 'user.list',
    relations,
    input: empty,
    shows: ({ relation, world }) => (relation === 'own' ? [world.me.mark] : []),
  },
  { operation: 'partner-users.getPartnerUser', access: 'user.list', relations, input: colleague, answers: ownOnly },
  {
    operation: 'partner-users.addPartnerUser',
    access: 'user.manage',
    relations: self,
    input: () => ({ email: `${newMark()}@b.example`, fullName: 'N', ...noLevels, delivery: 'link' }),
  },
  {
    operation: 'partner-users.editPartnerUserRoles',
    access: 'user.manage',
    relations,
    input: async (cell) => ({ ...(await colleague(cell)), ...noLevels, seen: '' }),
    answers: ownOnly,
  },
  {
    operation: 'partner-users.renamePartnerUser',
    access: 'user.manage',
    relations,
    input: async (cell) => ({ ...(await colleague(cell)), fullName: 'N' }),
    answers: ownOnly,
  },
  {
    operation: 'partner-users.resetPartnerUserPassword',
    access: 'user.manage',
    relations,
    input: async (cell) => ({ ...(await colleague(cell)), delivery: 'link' }),
    answers: ownOnly,
  },
  ...(['disablePartnerUser', 'enablePartnerUser', 'endPartnerUserSessions'] as const).map(
    (name): Row => ({
      operation: `partner-users.${name}`,
      access: 'user.manage',
      relations,
      input: colleague,
      answers: ownOnly,
    }),
  ),
  { operation: 'partner-users.uploadPeople', access: 'user.manage', relations: self, input: file },
  {
    operation: 'partner-users.addUploadedPeople',
    access: 'user.manage',
    relations,
    input: upload,
    answers: ownOnly,
  },
  { operation: 'partner-users.getPeopleUpload', access: 'user.manage', relations, input: upload, answers: ownOnly },
]

export const notificationRows: Row[] = [
  { operation: 'notifications.listNotifications', access: 'signedIn', relations, input: empty },
  {
    operation: 'notifications.readNotification',
    access: 'signedIn',
    relations,
    input: async ({ world, neighbour, caller }) => {
      const of = neighbour?.partner ?? world.me
      const userId = neighbour || !caller ? (await person(of)).id : caller.userId
      const id = uuidv7()
      const told = { kind: 'permissionAsked', parameters: { fullName: of.mark, permission: 'order.create' } }
      await insert('Notification', { id, organizationId: of.id, userId, ...told, path: '/roles' })
      return { notificationId: id }
    },
    answers: ownOnly,
  },
  { operation: 'notifications.readAllNotifications', access: 'signedIn', relations: self, input: empty },
  {
    operation: 'notifications.askForPermission',
    access: 'signedIn',
    relations: self,
    // Nobody but the operator's Global admin imports a catalogue.
    input: () => ({ permission: 'catalog.import' }),
    answers: ({ caller }) => {
      if (caller?.organizationKind !== 'operator') return 'role_missing'
      return caller.roles.includes('globalAdmin') ? 'already_allowed' : 'ok'
    },
  },
]
