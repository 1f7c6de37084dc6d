import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActivitySentence } from '@/components/activity-sentence'
import { EmptyState } from '@/components/empty-state'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { SecondFactorUrge } from '@/components/second-factor-urge'
import { SetupChecklist } from '@/components/setup-checklist'
import { StatTile, StatTiles } from '@/components/stat-tile'
import { Timeline } from '@/components/timeline'
import { ButtonLink } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { Note } from '@/components/ui/note'
import { TextLink } from '@/components/ui/text-link'
import type { Actor } from '@/lib/access/permissions'
import { isUrgedToAddSecondFactor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { countedAtMost, getHome } from '@/lib/domain/home/queries'
import { owedPath, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import type { SetupView } from '@/lib/web/setup'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') }
}

/** What waits for the person who signed in. Every number leads to the list behind it. */
export default async function DashboardPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  // Whoever has not joined yet has nothing here to see.
  if (actor.vettingStatus !== 'Authorized') redirect(owedPath.verification_pending)
  const [home, t, locale] = await Promise.all([read(getHome, {}), getTranslations('home'), getLocale()])
  const show = { locale, timeZone: actor.timeZone }
  const number = new Intl.NumberFormat(locale)
  const shown = (count: number) =>
    count > countedAtMost ? t('moreThan', { count: countedAtMost }) : number.format(count)
  const partners =
    actor.organizationKind === 'provider'
      ? { href: '/indirect-resellers', label: 'resellers' as const }
      : { href: '/indirect-providers', label: 'providers' as const }
  const nothing =
    home.invitations === null &&
    home.partners === null &&
    home.customers === null &&
    home.relationships === null &&
    home.recent === null
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('greeting', { name: actor.fullName })}
        description={<LocalTime value={clock.now()} show="longDate" {...show} />}
      />
      {home.agreementMissing && !home.setup ? <AgreementMissing /> : null}
      {home.setup ? <Setup checklist={home.setup} actor={actor} /> : null}
      {isUrgedToAddSecondFactor(actor) && !home.setup ? <SecondFactorUrge /> : null}
      {nothing ? (
        <Card padding="none">
          <EmptyState illustration="locked" title={t('noRole')} description={t('noRoleHint')} />
        </Card>
      ) : null}
      <div className="grid gap-5">
        <StatTiles>
          {home.invitations === null ? null : (
            <StatTile
              href="/invitations?state=active"
              value={shown(home.invitations.open)}
              label={t('invitations', { count: home.invitations.open })}
              detail={t('ending', { count: home.invitations.ending })}
            />
          )}
          {home.requests === null ? null : (
            <StatTile
              href="/requests?status=open"
              value={shown(home.requests)}
              label={t('requests', { count: home.requests })}
            />
          )}
          {home.invitationRequests === null || home.invitationRequests === 0 ? null : (
            <StatTile
              href="/invitation-requests?status=pending"
              value={shown(home.invitationRequests)}
              label={t('invitationRequests', { count: home.invitationRequests })}
            />
          )}
          {home.partners === null ? null : (
            <StatTile
              href={partners.href}
              value={shown(home.partners)}
              label={t(partners.label, { count: home.partners })}
            />
          )}
          {home.customers === null ? null : (
            <StatTile
              href="/customers"
              value={shown(home.customers)}
              label={t('customers', { count: home.customers })}
            />
          )}
          {home.relationships === null ? null : (
            <StatTile
              href="/partner-relationships"
              value={shown(home.relationships)}
              label={t('relationships', { count: home.relationships })}
            />
          )}
        </StatTiles>
        {home.recent === null ? null : (
          <Card>
            <CardHeader title={t('recent')} action={<TextLink href="/activity-log">{t('all')}</TextLink>} />
            {home.recent.length === 0 ? (
              <p className="text-muted">{t('nothingYet')}</p>
            ) : (
              <Timeline
                events={home.recent.map((event) => ({
                  key: event.id,
                  text: <ActivitySentence event={event} />,
                  detail: <LocalTime value={event.occurredAt} {...show} />,
                }))}
              />
            )}
          </Card>
        )}
      </div>
    </>
  )
}

async function Setup({ checklist, actor }: { checklist: SetupView; actor: Actor }) {
  const t = await getTranslations('setup')
  return (
    <Card aria-labelledby="setup" className="mb-5">
      <CardHeader id="setup" title={t('title')} />
      <SetupChecklist checklist={checklist} actor={actor} />
    </Card>
  )
}

async function AgreementMissing() {
  const t = await getTranslations('agreements')
  return (
    <div className="mb-5">
      <Note
        tone="warning"
        title={t('missingTitle')}
        action={<ButtonLink href="/partner-agreement">{t('missingAction')}</ButtonLink>}
      >
        {t('missingText')}
      </Note>
    </div>
  )
}
