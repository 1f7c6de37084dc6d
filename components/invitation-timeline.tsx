import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Messages } from '@/lib/i18n/messages'
import { Timeline, type TimelineEvent } from './timeline'
import { LocalTime } from './ui/local-time'

interface Story {
  issuerUserName: string
  createdAt: Date
  expiresAt: Date
  state: string
  declinedAt: Date | null
  declinedByName: string | null
  declineReason: string | null
  revokedAt: Date | null
  revokedByName: string | null
  replacedAt: Date | null
  mails: {
    id: string
    status: string
    createdAt: Date
    sentAt: Date | null
    failedAt: Date | null
    lastError: string | null
  }[]
  openings: { hour: Date; fetches: number; people: number; firstAt: Date; lastAt: Date }[]
  links: { id: string; createdAt: Date; disclosedAt: Date | null }[]
  acceptances: { id: string; organizationName: string; userName: string; acceptedAt: Date }[]
}

type Props = { invitation: Story; locale: string; timeZone: string }

interface Happening extends Omit<TimelineEvent, 'detail'> {
  at: Date
}

/** Everything that happened to an invitation, newest first; people in colour, machines in grey. */
export function InvitationTimeline({ invitation, locale, timeZone }: Props) {
  const t = useTranslations('invitations.timeline')
  const bold = (chunks: ReactNode) => <b>{chunks}</b>
  const say: Say = (key, values = {}) => t.rich(key, { ...values, b: bold })
  const happenings = [...lifeOf(invitation, say), ...mailsOf(invitation, say), ...openingsOf(invitation, say)]
  happenings.sort((one, other) => other.at.getTime() - one.at.getTime())
  const events = happenings.map(({ at, ...event }) => ({
    ...event,
    detail: <LocalTime value={at} locale={locale} timeZone={timeZone} />,
  }))
  return <Timeline events={events} label={t('label')} />
}

type Say = (key: keyof Messages['invitations']['timeline'], values?: Record<string, string | number>) => ReactNode

function lifeOf(invitation: Story, say: Say): Happening[] {
  const {
    issuerUserName,
    createdAt,
    expiresAt,
    state,
    declinedAt,
    declinedByName,
    declineReason,
    revokedAt,
    revokedByName,
    replacedAt,
  } = invitation
  const [, ...laterLinks] = invitation.links
  return [
    { key: 'created', at: createdAt, text: say('created', { person: issuerUserName }) },
    ...laterLinks.map((link) => ({ key: link.id, at: link.createdAt, text: say('newLink') })),
    ...invitation.links.flatMap((link) =>
      link.disclosedAt ? [{ key: `${link.id}:shown`, at: link.disclosedAt, text: say('disclosed') }] : [],
    ),
    ...invitation.acceptances.map((use) => ({
      key: use.id,
      at: use.acceptedAt,
      text: say('accepted', { organization: use.organizationName, person: use.userName }),
    })),
    ...(declinedAt
      ? [
          {
            key: 'declined',
            at: declinedAt,
            text: declineReason
              ? say('declinedBecause', { person: declinedByName ?? '', reason: declineReason })
              : say('declined', { person: declinedByName ?? '' }),
          },
        ]
      : []),
    ...(revokedAt ? [{ key: 'revoked', at: revokedAt, text: say('revoked', { person: revokedByName ?? '' }) }] : []),
    ...(replacedAt ? [{ key: 'replaced', at: replacedAt, text: say('replaced') }] : []),
    ...(state === 'expired' ? [{ key: 'expired', at: expiresAt, text: say('expired'), byMachine: true }] : []),
  ]
}

function mailsOf({ mails }: Story, say: Say): Happening[] {
  return mails.flatMap((mail): Happening[] => [
    { key: `${mail.id}:queued`, at: mail.createdAt, text: say('queued'), byMachine: true },
    ...(mail.sentAt ? [{ key: `${mail.id}:sent`, at: mail.sentAt, text: say('sent') }] : []),
    ...(mail.failedAt ? [{ key: `${mail.id}:failed`, at: mail.failedAt, text: say('failed') }] : []),
    ...(!mail.sentAt && !mail.failedAt && mail.lastError
      ? [{ key: `${mail.id}:trying`, at: mail.createdAt, text: say('trying'), byMachine: true }]
      : []),
  ])
}

function openingsOf({ openings }: Story, say: Say): Happening[] {
  return openings.flatMap(({ hour, fetches, people, firstAt, lastAt }) => {
    const key = hour.toISOString()
    const machines = Math.max(0, fetches - people)
    return [
      ...(people > 0 ? [{ key: `${key}:people`, at: lastAt, text: say('openedByPerson') }] : []),
      ...(machines > 0
        ? [{ key: `${key}:machines`, at: firstAt, text: say('openedByScanner', { count: machines }), byMachine: true }]
        : []),
    ]
  })
}
