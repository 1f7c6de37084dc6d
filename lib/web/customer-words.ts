import type { Actor } from '@/lib/access/permissions'
import { plainWords } from '@/lib/i18n/words'

const ofList = [
  'agreementDate',
  'agreementMissing',
  'company',
  'country',
  'delegatedAdministration',
  'delegatedSince',
  'delegation.granted',
  'delegation.notGranted',
  'indirectProvider',
  'indirectReseller',
  'menu.account',
  'menu.addSubscription',
  'menu.users',
  'menu.viewOrders',
  'menu.viewSubscriptions',
  'microsoftId',
  'relationshipSince',
  'title',
] as const

const ofTables = ['actions', 'actionsFor', 'copied', 'copy', 'copyRefused', 'details', 'detailsOf'] as const

/** What the list of customers says, for the client component that draws it. */
export async function customerTableWords({ organizationKind }: Pick<Actor, 'organizationKind'>) {
  const [list, table] = await Promise.all([plainWords('customers', ofList), plainWords('ui', ofTables)])
  return {
    ...table,
    caption: list.title,
    company: list.company,
    partner: organizationKind === 'provider' ? list.indirectReseller : list.indirectProvider,
    since: list.relationshipSince,
    delegation: list.delegatedAdministration,
    granted: list['delegation.granted'],
    notGranted: list['delegation.notGranted'],
    microsoftId: list.microsoftId,
    country: list.country,
    agreementDate: list.agreementDate,
    agreementMissing: list.agreementMissing,
    delegatedSince: list.delegatedSince,
    menu: {
      addSubscription: list['menu.addSubscription'],
      viewSubscriptions: list['menu.viewSubscriptions'],
      users: list['menu.users'],
      viewOrders: list['menu.viewOrders'],
      account: list['menu.account'],
    },
  }
}

export type CustomerTableWords = Awaited<ReturnType<typeof customerTableWords>>
