import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorState } from '@/components/error-state'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { isAccountSetupToken } from '@/lib/core/token'
import { viewAccountSetup } from '@/lib/domain/account-setup/queries'
import { read } from '@/lib/web/page'
import { confirmAccountSetupAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accountSetup'))('confirmTitle') }
}

/** The mailbox answers: one press creates the account. Asking for the page changes nothing. */
export default async function ConfirmAccountPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [setup, t] = await Promise.all([
    isAccountSetupToken(token) ? read(viewAccountSetup, { token }) : null,
    getTranslations('accountSetup'),
  ])
  if (!setup) {
    return (
      <ErrorState
        illustration="locked"
        title={t('confirmGoneTitle')}
        reason={t('confirmGoneReason')}
        remedy={t('confirmGoneRemedy')}
        actions={<ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>}
      />
    )
  }
  return (
    <Card padding="wide" as="div">
      <h1>{t('confirmTitle')}</h1>
      <p className="mb-5 text-muted">{t(setup.enrolls ? 'confirmEnrollHint' : 'confirmHint')}</p>
      <DescriptionList
        look="rows"
        items={[
          { term: t('organizationName'), details: setup.organizationName },
          { term: t('domain'), details: setup.domain },
          { term: t('fullName'), details: setup.fullName },
          { term: t('email'), details: setup.email },
        ]}
      />
      <Form
        action={confirmAccountSetupAction}
        hidden={{ token }}
        className="mt-5 grid gap-4"
        referenceLabel={t('reference')}
      >
        <SubmitButton size="large">{t('confirmSubmit')}</SubmitButton>
      </Form>
    </Card>
  )
}
