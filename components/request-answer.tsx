import { useTranslations } from 'next-intl'
import type { FormDoor, PurchaseRequest } from '@/lib/web/purchase-request'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Card, CardHeader } from './ui/card'
import { Select } from './ui/select'
import { TextArea } from './ui/text-area'
import { TextInput } from './ui/text-input'

type RequestAnswerProps = {
  request: PurchaseRequest
  actions: { approve: FormDoor; forward: FormDoor; decline: FormDoor }
}

/** Approve as asked or changed, pass on, or decline: whatever the reader may. */
export function RequestAnswer({ request, actions }: RequestAnswerProps) {
  const t = useTranslations('requests')
  const ui = useTranslations('ui')
  const hidden = { requestId: request.id }
  const { deeds } = request
  return (
    <>
      {deeds.approve ? (
        <Card>
          <CardHeader title={t('decide')} description={t('approveText')} />
          <Form action={actions.approve} hidden={hidden} idPrefix="approve" referenceLabel={ui('errorReference')}>
            <ApproveFields request={request} />
            <SubmitButton variant="primary" className="justify-self-start">
              {t('approve')}
            </SubmitButton>
          </Form>
        </Card>
      ) : null}
      {deeds.forward ? (
        <Card>
          <CardHeader title={t('forward')} description={t('forwardText')} />
          <Form action={actions.forward} hidden={hidden} idPrefix="forward" referenceLabel={ui('errorReference')}>
            {request.recipients.length > 1 ? (
              <Field name="recipientId" label={t('forwardTo')}>
                <Select options={request.recipients.map(({ id, name }) => ({ value: id, label: name }))} />
              </Field>
            ) : null}
            <Field name="comment" label={t('forwardComment')}>
              <TextArea rows={2} defaultValue={request.comment ?? ''} />
            </Field>
            <SubmitButton variant="primary" className="justify-self-start">
              {t('forward')}
            </SubmitButton>
          </Form>
        </Card>
      ) : null}
      <Card>
        <CardHeader title={t('decline')} description={t('declineText')} />
        <Form action={actions.decline} hidden={hidden} idPrefix="decline" referenceLabel={ui('errorReference')}>
          <Field name="comment" label={t('declineComment')} required>
            <TextArea rows={2} />
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('decline')}
          </SubmitButton>
        </Form>
      </Card>
    </>
  )
}

function ApproveFields({ request }: Pick<RequestAnswerProps, 'request'>) {
  const t = useTranslations('requests')
  const asking = request.resellers.find(({ id }) => id === request.fromOrganizationId)
  return (
    <>
      {request.kind === 'cancel' ? null : (
        <Field name="quantity" label={t('approveChanged')} hint={t('approveChangedHint')} required>
          <TextInput type="number" min={1} defaultValue={request.quantity ?? 1} />
        </Field>
      )}
      {request.resellers.length > 0 ? (
        <Field name="resellerId" label={t('resellerOfRecord')} hint={t('resellerOfRecordHint')}>
          <Select
            defaultValue={asking?.signed ? asking.id : ''}
            placeholder={t('nobody')}
            options={request.resellers.map(({ id, name, signed }) => ({ value: id, label: name, disabled: !signed }))}
          />
        </Field>
      ) : null}
      <Field name="comment" label={t('comment')} hint={request.parentId ? t('answerSeen') : t('commentHint')}>
        <TextArea rows={2} />
      </Field>
    </>
  )
}
