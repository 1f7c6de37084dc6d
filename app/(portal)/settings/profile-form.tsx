import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ReviewNote } from '@/components/organization-profile/review-note'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import type { FormState } from '@/lib/web/form-state'
import type { ProfileView } from '@/lib/web/organization-profile'

interface ProfileFormProps {
  view: ProfileView
  title: string
  description?: string
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
  /** Of what the form shows: somebody else may save meanwhile. */
  version: string
  saveLabel: string
  /** Below the form. */
  after?: ReactNode
  children: ReactNode
}

/** One part of the organization profile as a form, with what is being verified above it. */
export async function ProfileForm(props: ProfileFormProps) {
  const { view, title, description, action, version, saveLabel, after, children } = props
  const t = await getTranslations('organizationProfile')
  return (
    <div className="max-w-160">
      <PageHeader title={title} description={description} breadcrumbs={[{ href: '/settings', label: t('title') }]} />
      <ReviewNote view={view} />
      <div className="grid gap-4">
        <Card as="div">
          <Form action={action} hidden={{ version }} referenceLabel={t('reference')} reloadLabel={t('reload')}>
            {children}
            <ButtonRow>
              <SubmitButton>{saveLabel}</SubmitButton>
              <ButtonLink href="/settings" variant="subtle">
                {t('cancel')}
              </ButtonLink>
            </ButtonRow>
          </Form>
        </Card>
        {after}
      </div>
    </div>
  )
}
