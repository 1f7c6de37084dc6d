import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Card } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { mailboxIsOpen } from '@/lib/mail/transport'
import { pickParameters, type SearchParams } from '@/lib/web/page'
import { forgotPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.forgot'))('title') }
}

/** Asks for a link to choose a new password. Known and unknown addresses lead to the same answer. */
export default async function ForgotPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const { asked } = await pickParameters(searchParams, ['asked'])
  const [t, security, auth] = await Promise.all([
    getTranslations('security.forgot'),
    getTranslations('security'),
    getTranslations('auth'),
  ])
  return (
    <>
      <Card padding="wide" as="div">
        <h1>{t(asked ? 'askedTitle' : 'title')}</h1>
        {asked ? (
          <>
            <Note tone="success" role="status">
              {t('asked')}
            </Note>
            <p className="mt-4 mb-5 text-muted">{t('nothing')}</p>
          </>
        ) : (
          <>
            <p className="mb-5 text-muted">{t('hint')}</p>
            <Form action={forgotPasswordAction} referenceLabel={security('reference')}>
              <Field label={t('email')} name="email" required>
                <TextInput type="email" autoComplete="username" autoFocus maxLength={254} />
              </Field>
              <SubmitButton size="large">{t('submit')}</SubmitButton>
            </Form>
          </>
        )}
        <p className="mt-4">
          <TextLink href="/sign-in">{t('back')}</TextLink>
        </p>
      </Card>
      {asked && mailboxIsOpen() ? (
        <p className="text-center text-caption text-muted">
          <TextLink href="/mailbox">{auth('demoMailbox')}</TextLink>
        </p>
      ) : null}
    </>
  )
}
