import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { InvitationDeeds } from '@/components/invitation-deeds'
import { InvitationTimeline } from '@/components/invitation-timeline'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { Card, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime } from '@/components/ui/local-time'
import { getInvitation } from '@/lib/domain/invitations/queries'
import { linkPlaceholder } from '@/lib/mail/letters/letters'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import {
  discloseInvitationAction,
  remindInvitationAction,
  resendInvitationAction,
  revokeInvitationAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitations'))('one') }
}

type Props = { params: Promise<{ invitationId: string }>; searchParams: SearchParams }

/** One invitation: its story, and what can still be done about it. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { invitationId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [invitation, t, locale] = await Promise.all([
    read(getInvitation, { invitationId }),
    getTranslations('invitations'),
    getLocale(),
  ])
  const { state, addressee, kind } = invitation
  const date = (value: Date) => <LocalTime value={value} locale={locale} timeZone={actor.timeZone} show="date" />
  const alive = state === 'active' || state === 'expired'
  const words = [
    'remind',
    'sendByPortal',
    'sendNewLink',
    'newLink',
    'copyLink',
    'reminded',
    'resent',
    'linkTitle',
    'copied',
    'copyFailed',
    'linkOnce',
    'copy',
  ] as const
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={addressee ?? t('openLink')}
        description={t(`kind.${kind}`)}
        breadcrumbs={[{ href: '/invitations', label: t('title') }]}
        badge={<StatusBadge status={state === 'active' ? 'pending' : state} label={t(`state.${state}`)} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <Card>
            <DescriptionList
              items={[
                { term: t('by'), details: invitation.issuerUserName },
                { term: t('created'), details: date(invitation.createdAt) },
                { term: t('expires'), details: date(invitation.expiresAt) },
                { term: t('uses'), details: t('usesOf', { uses: invitation.uses, max: invitation.maxUses }) },
                ...(invitation.second ? [{ term: t('withProvider'), details: invitation.second.name }] : []),
                ...(kind === 'partnership'
                  ? []
                  : [
                      {
                        term: t('delegated'),
                        details: t(invitation.includeDelegatedAdministration ? 'askedFor' : 'notAskedFor'),
                      },
                    ]),
              ]}
            />
          </Card>
          <Card>
            <CardHeader title={t('composer.message')} />
            <p className="whitespace-pre-line">{invitation.message.replace(linkPlaceholder, `[${t('linkHere')}]`)}</p>
          </Card>
        </div>
        <Card>
          <CardHeader title={t('story')} />
          <InvitationTimeline invitation={invitation} locale={locale} timeZone={actor.timeZone} />
          {alive ? (
            <InvitationDeeds
              invitationId={invitation.id}
              mayRemind={state === 'active' && addressee !== null}
              mayCopy={state === 'active'}
              mailed={invitation.mails.length > 0}
              addressed={addressee !== null}
              actions={{
                remind: remindInvitationAction,
                resend: resendInvitationAction,
                disclose: discloseInvitationAction,
              }}
              texts={
                Object.fromEntries(words.map((word) => [word, t(`deeds.${word}`)])) as Record<
                  (typeof words)[number],
                  string
                >
              }
            >
              <DialogButton dialogId="revoke" variant="subtle">
                {t('revoke')}
              </DialogButton>
            </InvitationDeeds>
          ) : null}
        </Card>
      </div>
      {alive ? (
        <ConfirmDialog
          id="revoke"
          danger
          title={t('revokeTitle')}
          confirmLabel={t('revoke')}
          action={revokeInvitationAction}
          fields={{ invitationId: invitation.id }}
        >
          <p>{t('revokeText')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
