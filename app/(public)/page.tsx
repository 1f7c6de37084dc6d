import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OrganizationMark } from '@/components/organization-mark'
import { PublicPage } from '@/components/shell/public-page'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { currentActor } from '@/lib/auth/session'
import { updatePreferencesAction } from '../preferences/actions'

/** The front door: what the portal is for, and the way in. */
export default async function LandingPage() {
  if (await currentActor()) redirect('/dashboard')
  const t = await getTranslations('public')
  const sides = ['provider', 'reseller', 'customer'] as const
  return (
    <PublicPage width="wide" preferencesAction={updatePreferencesAction as (formData: FormData) => void}>
      <div className="mb-4 max-w-180">
        <h1>{t('title')}</h1>
        <p className="mt-2 mb-5 text-muted">{t('text')}</p>
        <ButtonRow>
          <ButtonLink href="/sign-in" variant="primary" size="large">
            {t('signIn')}
          </ButtonLink>
          <ButtonLink href="/enroll" size="large">
            {t('enroll')}
          </ButtonLink>
          <ButtonLink href="/find-a-provider" size="large">
            {t('findProvider')}
          </ButtonLink>
        </ButtonRow>
      </div>
      <div className="grid gap-4 md:grid-cols-3">
        {sides.map((side) => (
          <Card key={side}>
            <OrganizationMark id={side} name={t(`${side}.mark`)} size="large" />
            <h2 className="mt-4">{t(`${side}.title`)}</h2>
            <p className="mt-1 text-muted">{t(`${side}.text`)}</p>
          </Card>
        ))}
      </div>
      <p className="text-caption text-muted">{t('notAffiliated')}</p>
    </PublicPage>
  )
}
