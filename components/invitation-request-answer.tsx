import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Card, CardHeader } from './ui/card'
import { TextArea } from './ui/text-area'

type Door = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type InvitationRequestAnswerProps = {
  requestId: string
  address: string
  reseller: string
  invite: Door
  decline: Door
}

/** The provider's two answers: an invitation, or a no with its reason. */
export function InvitationRequestAnswer(props: InvitationRequestAnswerProps) {
  const { requestId, address, reseller, invite, decline } = props
  const t = useTranslations('directory.requests')
  const ui = useTranslations('ui')
  const shared = { hidden: { requestId }, referenceLabel: ui('errorReference') }
  return (
    <div className="grid gap-5">
      <Card>
        <CardHeader title={t('invite')} description={t('inviteText', { address, reseller })} />
        <Form action={invite} idPrefix="invite" {...shared}>
          <Field name="note" label={t('note')} hint={t('noteHint')}>
            <TextArea rows={3} maxLength={1000} />
          </Field>
          <SubmitButton variant="primary" className="justify-self-start">
            {t('inviteSubmit')}
          </SubmitButton>
        </Form>
      </Card>
      <Card>
        <CardHeader title={t('decline')} description={t('declineText')} />
        <Form action={decline} idPrefix="decline" {...shared}>
          <Field name="reason" label={t('declineReason')} required>
            <TextArea rows={3} maxLength={1000} />
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('declineSubmit')}
          </SubmitButton>
        </Form>
      </Card>
    </div>
  )
}
