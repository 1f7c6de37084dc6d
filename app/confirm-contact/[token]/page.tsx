import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { ConsentForm } from '@/components/form/consent-form'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { isContactToken } from '@/lib/core/token'
import { viewContactConfirmation } from '@/lib/domain/verification/queries'
import { read } from '@/lib/web/page'
import { confirmContactAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verification'))('title') }
}

/** The primary contact answers for the company. Asking for the page changes nothing: mail scanners open links. */
export default async function ConfirmContactPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [link, t, all] = await Promise.all([
    isContactToken(token) ? read(viewContactConfirmation, { token }) : null,
    getTranslations('verification.confirm'),
    getTranslations('verification'),
  ])
  if (link?.state === 'confirmed')
    return (
      <Card padding="none" as="div">
        <h1 className="sr-only">{t('doneTitle')}</h1>
        <EmptyState illustration="mail" title={t('doneTitle')} description={t('doneText')} />
      </Card>
    )
  if (link?.state !== 'open') {
    const state = link ? 'closed' : 'unknown'
    return (
      <ErrorState
        illustration="locked"
        title={t(`${state}Title`)}
        reason={t(`${state}Text`)}
        remedy={t(`${state}Remedy`)}
        actions={<ButtonLink href="/">{t('home')}</ButtonLink>}
      />
    )
  }
  const names = { name: link.organizationName, email: link.email }
  return (
    <Card padding="wide" as="div">
      <h1 className="[overflow-wrap:anywhere]">{t('title', names)}</h1>
      <p className="text-muted [overflow-wrap:anywhere]">{t('text', names)}</p>
      <ConsentForm
        action={confirmContactAction}
        hidden={{ token }}
        ticks={[
          { name: 'signedUp', label: t('signedUp', names) },
          { name: 'companyAddress', label: t('companyAddress', names) },
        ]}
        submitLabel={t('submit')}
        referenceLabel={all('reference')}
      />
    </Card>
  )
}
