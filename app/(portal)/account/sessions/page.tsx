import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { DataTable } from '@/components/data-table'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Badge } from '@/components/ui/badge'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime, RelativeTime } from '@/components/ui/local-time'
import { listOwnSessions } from '@/lib/domain/account-security/queries'
import { nearness } from '@/lib/web/nearness'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { endOtherSessionsAction, endSessionAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.sessions'))('title') }
}

type Session = Awaited<ReturnType<typeof listOwnSessions>>['sessions'][number]

/** The address; and where it lies, as far as an address tells that without asking anybody. */
function placeOf(address: string | null, t: Awaited<ReturnType<typeof getTranslations<'security.sessions'>>>): string {
  if (!address) return t('unknownPlace')
  const near = nearness(address)
  return near === 'portal' ? t('portalPlace') : near === 'local' ? t('localPlace', { address }) : address
}

/** Where one's own account is signed in, and how to end it. */
export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [{ sessions, now }, t, account, locale] = await Promise.all([
    read(listOwnSessions, {}),
    getTranslations('security.sessions'),
    getTranslations('security.account'),
    getLocale(),
  ])
  const show = { locale, timeZone: actor.timeZone }
  const nameOf = ({ browser, system }: Session) => [browser, system].filter(Boolean).join(', ') || t('unknownDevice')
  const others = sessions.some(({ isThis }) => !isThis)
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={t('hint')}
        breadcrumbs={[{ href: '/account/security', label: account('title') }]}
        actions={others ? <DialogButton dialogId="end-others">{t('endOthers')}</DialogButton> : null}
      />
      <DataTable
        caption={t('title')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            header: t('device'),
            cell: (session) => (
              <span className="flex flex-wrap items-center gap-2">
                {nameOf(session)}
                {session.isThis ? <Badge tone="info">{t('this')}</Badge> : null}
              </span>
            ),
          },
          { key: 'place', header: t('place'), cell: ({ ipAddress }) => placeOf(ipAddress, t) },
          {
            key: 'signedIn',
            header: t('signedIn'),
            cell: ({ createdAt }) => <LocalTime value={createdAt} show="zonedTime" {...show} />,
          },
          {
            key: 'lastSeen',
            header: t('lastSeen'),
            cell: ({ lastSeenAt }) => <RelativeTime value={lastSeenAt} now={now} {...show} />,
          },
          {
            key: 'end',
            header: t('end'),
            onCard: 'plain',
            cell: (session) =>
              session.isThis ? null : (
                <Form action={endSessionAction} hidden={{ sessionId: session.id }} idPrefix={session.id} className="">
                  <SubmitButton variant="secondary" aria-label={t('endNamed', { device: nameOf(session) })}>
                    {t('end')}
                  </SubmitButton>
                </Form>
              ),
          },
        ]}
      />
      {others ? null : <p className="mt-4 text-muted">{t('only')}</p>}
      <ConfirmDialog
        id="end-others"
        title={t('endOthersTitle')}
        confirmLabel={t('endOthers')}
        action={endOtherSessionsAction}
      >
        <p>{t('endOthersText')}</p>
      </ConfirmDialog>
    </>
  )
}
