import { relations } from '../neighbourhood'
import { newMark, person } from '../organizations'
import type { Cell, Row } from './row'
import { customerId, customerOf, soldTo } from './sold'

// Spec 1.D, Users and licenses: the customer itself, and partners it gave delegated administration. Others find nothing.

const administers = ({ world: { me }, relation }: Cell) =>
  (me.kind === 'customer' && relation === 'own') ||
  ((me.kind === 'provider' || me.kind === 'reseller') && relation === 'active')
const answers = (cell: Cell) => (administers(cell) ? 'ok' : 'not_found')
const shows = (cell: Cell) => (administers(cell) ? [customerOf(cell).mark] : [])

const somebody = async (cell: Cell, columns: Parameters<typeof person>[2] = {}) => ({
  ...customerId(cell),
  userId: (await person(customerOf(cell), [], columns)).id,
})

async function seats(cell: Cell) {
  const { id } = await soldTo(cell)
  const { userId } = await somebody(cell, { usageLocation: 'DE' })
  return { ...customerId(cell), userIds: [userId], assign: [id] }
}

const newPerson = () => ({ displayName: 'N', usageLocation: 'DE', role: 'user' })

export const peopleAndLicensesRows: Row[] = [
  ...['', 'person', 'deleted'].map(
    (of): Row => ({
      operation: 'customer-users.listCustomerUsers',
      of,
      access: 'customerUser.list',
      relations,
      input: async (cell) => {
        const filter = of === 'deleted' ? { filter: of } : { search: of }
        const { customerId: id } = await somebody(cell, of === 'deleted' ? { deletedAt: new Date() } : {})
        return { customerId: id, ...filter }
      },
      answers,
      shows,
    }),
  ),
  {
    operation: 'customer-users.getCustomerUser',
    access: 'customerUser.list',
    relations,
    input: somebody,
    answers,
    shows,
  },
  {
    operation: 'customer-users.addCustomerUser',
    access: 'customerUser.manage',
    relations,
    input: (cell) => ({ ...customerId(cell), ...newPerson(), userName: newMark() }),
    answers,
  },
  {
    operation: 'customer-users.editCustomerUser',
    access: 'customerUser.manage',
    relations,
    input: async (cell) => ({ ...(await somebody(cell)), ...newPerson(), signIn: 'blocked' }),
    answers,
  },
  {
    operation: 'customer-users.deleteCustomerUser',
    access: 'customerUser.manage',
    relations,
    input: somebody,
    answers,
  },
  {
    operation: 'customer-users.restoreCustomerUser',
    access: 'customerUser.manage',
    relations,
    input: (cell) => somebody(cell, { deletedAt: new Date() }),
    answers,
  },
  {
    operation: 'customer-users.resetCustomerUserPassword',
    access: 'customerUser.resetPassword',
    relations,
    input: somebody,
    answers,
  },
  {
    operation: 'customer-users.importCustomerUsers',
    access: 'customerUser.import',
    relations,
    input: (cell) => ({
      ...customerId(cell),
      usageLocation: 'DE',
      file: `Display name,User name\nN,${newMark()}\n`,
    }),
    answers,
  },
  {
    operation: 'licenses.listLicenses',
    access: 'customerUser.list',
    relations,
    input: async (cell) => {
      const { customerId: id, userIds } = await seats(cell)
      return { customerId: id, userIds }
    },
    answers,
    shows,
  },
  { operation: 'licenses.changeLicenses', access: 'license.assign', relations, input: seats, answers },
]
