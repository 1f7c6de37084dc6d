import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepCard } from '@/components/enrollment/step-card'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { TextInput } from '@/components/ui/text-input'
import { mailboxIsOpen } from '@/lib/mail/transport'
import { enrollmentAt } from '@/lib/web/enrollment'
import { signInToMembershipAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('membership.signInTitle') }
}

/** S2, steps 5 and 6: the account of the membership directory. */
export default async function MembershipSignInPage() {
  await enrollmentAt('membership')
  const t = await getTranslations('enrollment')
  return (
    <StepCard page="membership" title={t('membership.signInTitle')} description={t('membership.signInHint')}>
      <Form action={signInToMembershipAction} hidden={{}} referenceLabel={t('reference')}>
        <Field label={t('membership.userName')} name="userName" required>
          <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={120} autoFocus />
        </Field>
        <Field label={t('membership.password')} name="password" required>
          <TextInput type="password" autoComplete="off" maxLength={512} />
        </Field>
        <ButtonRow>
          <SubmitButton size="large">{t('signIn')}</SubmitButton>
          <ButtonLink href="/enroll/membership" size="large" variant="subtle">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
      {mailboxIsOpen() ? <p className="mt-5 text-caption text-muted">{t('membership.demo')}</p> : null}
    </StepCard>
  )
}
