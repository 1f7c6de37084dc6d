import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { pickParameters, type SearchParams, signInPath } from '@/lib/web/page'
import { beginSingleSignOnAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('singleSignOn.begin'))('title') }
}

/** Asks for the work address: its domain says which organization's issuer the browser goes to. */
export default async function OrganizationSignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { returnTo = '' } = await pickParameters(searchParams, ['returnTo'])
  const [t, all] = await Promise.all([getTranslations('singleSignOn.begin'), getTranslations('singleSignOn')])
  return (
    <Card padding="wide" as="div">
      <h1>{t('title')}</h1>
      <p className="mb-5 text-muted">{t('hint')}</p>
      <Form action={beginSingleSignOnAction} hidden={{ returnTo }} referenceLabel={all('reference')}>
        <Field label={t('email')} name="email" required>
          <TextInput type="email" autoComplete="username" autoFocus maxLength={254} />
        </Field>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </Form>
      <p className="mt-4">
        <TextLink href={signInPath(returnTo || '/')}>{t('password')}</TextLink>
      </p>
    </Card>
  )
}
