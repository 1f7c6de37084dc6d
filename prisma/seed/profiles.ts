import {
  changeLegalProfile,
  changePrimaryContact,
  changeSupportProfile,
} from '@/lib/domain/organization-profile/commands'
import { getOrganizationProfile } from '@/lib/domain/organization-profile/queries'
import { approveVerification, judgeCheck } from '@/lib/domain/verification-review/commands'
import type { Calendar, Story } from './calendar'
import { alder, brightwater, nordlicht, operator, ryabina, vektor } from './cast'
import type { CastOrganization } from './casting'
import { act, globalAdmin } from './people'

interface Profile {
  organization: CastOrganization
  timeOfDay: string
  legal: { addressLine1: string; city: string; postalCode: string; organizationRegistrationNumber?: string }
  support: { email: string; phone: string; website?: string }
}

// Cedar Cloud has told nothing yet: its pages and its checklist say so.
const profiles: readonly Profile[] = [
  {
    organization: nordlicht,
    timeOfDay: '08:20',
    legal: { addressLine1: 'Speicherstadtkai 14', city: 'Hamburg', postalCode: '20457' },
    support: {
      email: 'help@nordlicht.example',
      phone: '+49 40 555 0139',
      website: 'https://help.nordlicht.example',
    },
  },
  {
    organization: vektor,
    timeOfDay: '08:50',
    legal: {
      addressLine1: 'Ленинградский проспект, д. 15, стр. 2',
      city: 'Москва',
      postalCode: '125040',
      organizationRegistrationNumber: '7701555003',
    },
    support: { email: 'help@vektor-distribution.example', phone: '+7 495 555-01-49' },
  },
  {
    organization: alder,
    timeOfDay: '09:15',
    legal: { addressLine1: 'Erlenweg 8', city: 'Berlin', postalCode: '10115' },
    support: {
      email: 'support@alder-it.example',
      phone: '+49 30 555 0169',
      website: 'https://alder-it.example/support',
    },
  },
  {
    organization: brightwater,
    timeOfDay: '10:05',
    legal: { addressLine1: '27 Quayside Row', city: 'Bristol', postalCode: 'BS1 4ST' },
    support: { email: 'desk@brightwater.example', phone: '+44 20 7946 0119' },
  },
  {
    organization: ryabina,
    timeOfDay: '10:40',
    legal: {
      addressLine1: 'Набережная реки Мойки, д. 40',
      city: 'Санкт-Петербург',
      postalCode: '191186',
      organizationRegistrationNumber: '7801555007',
    },
    support: { email: 'podderzhka@ryabina-soft.example', phone: '+7 812 555-01-29' },
  },
]

/** What the partners tell about themselves, and what the operator thinks of it. */
export const profileStories: readonly Story[] = [...profiles.map(tellProfile), brightwaterMoves, alderHasAnotherContact]

function tellProfile({ organization, timeOfDay, legal, support }: Profile): Story {
  return async ({ on, later }) => {
    await on(38, timeOfDay)
    const admin = globalAdmin(organization)
    const { versions } = await act(getOrganizationProfile, admin, {})
    await act(changeSupportProfile, admin, { version: versions.support, ...support })
    await act(changeLegalProfile, admin, { version: versions.legal, ...legal })
    await later(95)
    await approve(organization)
  }
}

/** The operator finds the company as it says. */
async function approve(organization: CastOrganization): Promise<void> {
  const { review } = await act(getOrganizationProfile, globalAdmin(organization), {})
  if (!review) return
  const check = { caseId: review.id, check: 'BusinessVerification', was: 'Waiting', verdict: 'Passed' } as const
  await act(judgeCheck, globalAdmin(operator), check)
  await act(approveVerification, globalAdmin(operator), { caseId: review.id })
}

/** Not decided yet: its profile shows what is being verified, the operator's queue shows it too. */
async function brightwaterMoves({ on }: Calendar): Promise<void> {
  await on(1, '15:20')
  const admin = globalAdmin(brightwater)
  const { versions } = await act(getOrganizationProfile, admin, {})
  const legal = { addressLine1: '3 Harbour Parade', city: 'Bristol', postalCode: 'BS1 5UH' }
  await act(changeLegalProfile, admin, { version: versions.legal, ...legal })
}

/** Another person at the same address: nothing to verify. */
async function alderHasAnotherContact({ on }: Calendar): Promise<void> {
  await on(12, '11:35')
  const admin = globalAdmin(alder)
  const { contact, versions } = await act(getOrganizationProfile, admin, {})
  await act(changePrimaryContact, admin, {
    ...{ version: versions.contact, contactName: contact.contactName, contactEmail: contact.contactEmail },
    phoneNumber: '+49 30 555 0160',
  })
}
