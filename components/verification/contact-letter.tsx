import { useTranslations } from 'next-intl'
import type { FormDoor, OwnVerification } from '@/lib/web/verification'
import { Field } from '../form/field'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { Card, CardHeader } from '../ui/card'
import { TextInput } from '../ui/text-input'

type ContactLetterProps = {
  verification: OwnVerification
  actions: { resend: FormDoor; change: FormDoor }
}

/** The letter that waits for its answer, sent again; and another contact in place of this one. */
export function ContactLetter({ verification, actions }: ContactLetterProps) {
  const t = useTranslations('verification')
  const { contactName, contactEmail } = verification.declared
  const waiting = verification.checks.some(({ kind, status }) => kind === 'EmailOwnership' && status === 'Waiting')
  return (
    <>
      {waiting ? (
        <Card>
          <CardHeader title={t('own.letterTitle')} description={t('own.letterText', { email: contactEmail })} />
          <Form action={actions.resend} idPrefix="resend" referenceLabel={t('reference')}>
            <SubmitButton variant="secondary" className="justify-self-start">
              {t('own.resend')}
            </SubmitButton>
          </Form>
        </Card>
      ) : null}
      <Card>
        <CardHeader title={t('own.changeTitle')} description={t('own.changeText')} />
        <Form action={actions.change} idPrefix="contact" referenceLabel={t('reference')}>
          <Field name="contactName" label={t('own.contactName')} required>
            <TextInput maxLength={100} autoComplete="name" defaultValue={contactName} />
          </Field>
          <Field name="contactEmail" label={t('own.contactEmail')} required>
            <TextInput type="email" maxLength={254} autoComplete="email" defaultValue={contactEmail} />
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('own.change')}
          </SubmitButton>
        </Form>
      </Card>
    </>
  )
}
