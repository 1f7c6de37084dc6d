import {
  changeProviderLogo,
  declineInvitationRequest,
  editProviderCard,
  publishProviderCard,
  requestInvitation,
} from '@/lib/domain/directory/commands'
import { importKnownCustomers } from '@/lib/domain/known-customers/commands'
import type { Story } from './calendar'
import {
  alderExport,
  alderList,
  type CastCard,
  iberiaCard,
  meridianCard,
  nordlichtCard,
  ryabinaExport,
  vektorCard,
} from './cards'
import { alder, brightwater, fjordbyte, iberia, meridian, nordlicht, ryabina, vektor } from './cast'
import type { CastOrganization } from './casting'
import { drawLogo } from './logo'
import { act, globalAdmin, the } from './people'

/** The directory of providers, who asked whom through it, and the customers resellers know from elsewhere. */
export const directoryStories: readonly Story[] = [
  publishes(nordlicht, nordlichtCard, 25, '09:15'),
  publishes(vektor, vektorCard, 24, '10:05'),
  publishes(meridian, meridianCard, 20, '11:45'),
  publishes(iberia, iberiaCard, 12, '15:20'),
  resellersAsk,
  resellersBringWhomTheyKnow,
]

function publishes(provider: CastOrganization, { card, logo }: CastCard, daysAgo: number, timeOfDay: string): Story {
  return async ({ on, later }) => {
    await on(daysAgo, timeOfDay)
    await act(editProviderCard, globalAdmin(provider), card)
    await later(6)
    const file = { name: 'logo.png', content: drawLogo(logo) }
    await act(changeProviderLogo, globalAdmin(provider), { logo: file })
    await later(4)
    await act(publishProviderCard, globalAdmin(provider), {})
  }
}

/** One no, and two who wait for an answer. */
async function resellersAsk({ on, minutesAgo }: Parameters<Story>[0]): Promise<void> {
  await on(10, '08:40')
  const refused = await act(requestInvitation, globalAdmin(fjordbyte), {
    providerId: globalAdmin(iberia).organizationId,
    message: 'We are an IT house in Bergen and look for a provider for some thirty customers.',
  })
  await on(9, '09:30')
  await act(declineInvitationRequest, globalAdmin(iberia), {
    ...refused,
    reason: 'Thank you for thinking of us. We serve Spain and Portugal only; Nordlicht or Meridian are closer to you.',
  })
  await on(2, '13:10')
  await act(requestInvitation, the(brightwater, 'salesAgent'), {
    providerId: globalAdmin(meridian).organizationId,
    message: 'Two of our customers want to move their data centre. Your Blueprint programme would fit.',
  })
  await minutesAgo(95)
  await act(requestInvitation, globalAdmin(fjordbyte), {
    providerId: globalAdmin(nordlicht).organizationId,
    message:
      'Fjordbyte looks after thirty small companies around Bergen. Iberia Nube pointed us to you: we would like to order through Nordlicht, beginning with six customers this autumn.',
  })
}

async function resellersBringWhomTheyKnow({ on, later }: Parameters<Story>[0]): Promise<void> {
  await on(6, '10:20')
  await act(importKnownCustomers, the(alder, 'salesAgent'), { file: alderExport })
  await later(7)
  await act(importKnownCustomers, the(alder, 'salesAgent'), { file: alderList })
  await on(5, '12:00')
  await act(importKnownCustomers, globalAdmin(ryabina), { file: ryabinaExport })
}
