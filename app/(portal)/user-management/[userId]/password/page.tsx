import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CredentialsForm } from '@/components/credentials-form'
import { SubmitButton } from '@/components/form/submit-button'
import { DeliveryField } from '@/components/level-fields'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { getPartnerUser } from '@/lib/domain/partner-users/queries'
import { read, requireConfirmed, requirePermission } from '@/lib/web/page'
import { onceTexts } from '@/lib/web/partner-users'
import { resetPartnerUserPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('person.reset') }
}

/** S2, Reset password: shown once, or a link by mail. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ userId: string }> }) {
  const { userId } = await params
  await requirePermission('user.manage')
  const person = await read(getPartnerUser, { userId })
  if (person.refusal) redirect(`/user-management/${userId}`)
  await requireConfirmed()
  const [t, texts] = await Promise.all([getTranslations('partnerUsers'), onceTexts()])
  const page = `/user-management/${userId}`
  return (
    <div className="max-w-160">
      <PageHeader
        title={t('person.resetOf', { name: person.fullName })}
        breadcrumbs={[
          { href: '/user-management', label: t('title') },
          { href: page, label: person.fullName },
        ]}
      />
      <Card>
        <CredentialsForm
          action={resetPartnerUserPasswordAction}
          hidden={{ userId }}
          referenceLabel={t('form.reference')}
          texts={texts}
          done={{ href: page, label: t('once.done') }}
        >
          <p className="text-muted">{t('person.resetText')}</p>
          <DeliveryField />
          <ButtonRow>
            <SubmitButton>{t('person.reset')}</SubmitButton>
            <ButtonLink href={page} variant="subtle">
              {t('form.cancel')}
            </ButtonLink>
          </ButtonRow>
        </CredentialsForm>
      </Card>
    </div>
  )
}
