import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { getOwnSecurity } from '@/lib/domain/account-security/queries'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { PasswordCard } from './password-card'
import { SecondFactorCard } from './second-factor-card'
import { SignInRuleCard } from './sign-in-rule-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.account'))('title') }
}

/** How one's own account is protected; for who may, what the organization asks of everybody. */
export default async function AccountSecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [security, t, locale] = await Promise.all([
    read(getOwnSecurity, {}),
    getTranslations('security.account'),
    getLocale(),
  ])
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={t('title')} description={t('hint', { email: actor.email })} />
      <div className="grid max-w-180 gap-5">
        <SecondFactorCard security={security} email={actor.email} locale={locale} timeZone={actor.timeZone} />
        <PasswordCard email={actor.email} />
        <Card aria-labelledby="sessions">
          <CardHeader
            id="sessions"
            title={t('sessionsTitle')}
            description={t('sessionsHint')}
            action={<ButtonLink href="/account/sessions">{t('openSessions')}</ButtonLink>}
          />
        </Card>
        {security.mayRequire ? <SignInRuleCard security={security} organization={actor.organizationName} /> : null}
      </div>
    </>
  )
}
