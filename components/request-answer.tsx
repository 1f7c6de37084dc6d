import { useLocale, useTranslations } from 'next-intl'
import type { FormDoor, PurchaseRequest } from '@/lib/web/purchase-request'
import type { QuantityPreview } from '@/lib/web/quantity-preview'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { WayOutLink } from './form/way-out-link'
import { type PreviewAction, PricedQuantityForm } from './priced-quantity-form'
import { Refund } from './refund'
import { Card, CardHeader } from './ui/card'
import { Note } from './ui/note'
import { Select } from './ui/select'
import { TextArea } from './ui/text-area'

type RequestAnswerProps = {
  request: PurchaseRequest
  /** What it costs or brings to approve what was asked for, in words. */
  price: QuantityPreview | null
  timeZone: string
  actions: { approve: FormDoor; preview: PreviewAction; forward: FormDoor; decline: FormDoor }
}

/** Approve as asked or changed, pass on, or decline: whatever the reader may. */
export function RequestAnswer({ request, price, timeZone, actions }: RequestAnswerProps) {
  const t = useTranslations('requests')
  const ui = useTranslations('ui')
  const hidden = { requestId: request.id }
  const labels = { referenceLabel: ui('errorReference'), reloadLabel: t('reload') }
  const { deeds } = request
  return (
    <>
      {deeds.approve && price ? (
        <Card>
          <CardHeader title={t('decide')} description={t('approveText')} />
          <Approval {...{ request, price, timeZone, actions }} />
        </Card>
      ) : null}
      {deeds.forward ? (
        <Card>
          <CardHeader title={t('forward')} description={t('forwardText')} />
          <Form action={actions.forward} hidden={hidden} idPrefix="forward" {...labels}>
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
        <Form action={actions.decline} hidden={hidden} idPrefix="decline" {...labels}>
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

function Approval({ request, price, timeZone, actions }: RequestAnswerProps & { price: QuantityPreview }) {
  const t = useTranslations('requests')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const { approval, id, kind, quantity } = request
  const subject = { requestId: id }
  const texts = {
    label: t(`approveQuantity.${kind === 'cancel' ? 'newSubscription' : kind}`),
    hint: t('approveChangedHint'),
    submit: t('approve'),
    looking: t('looking'),
    reference: ui('errorReference'),
    reload: t('reload'),
    now: t('comesTo'),
    wrong: t('enterNumber'),
  }
  if (kind !== 'cancel')
    return (
      <PricedQuantityForm
        {...{ subject, texts }}
        idPrefix="approve"
        quantity={quantity ?? 1}
        min={1}
        first={price}
        locale={locale}
        action={actions.approve}
        previewAction={actions.preview}
      >
        <ApproveFields request={request} />
      </PricedQuantityForm>
    )
  if (approval?.kind !== 'end')
    return (
      <Note
        tone="warning"
        title={t('cannotApprove')}
        action={price.wayOut ? <WayOutLink wayOut={price.wayOut} /> : undefined}
      >
        {price.lines.join(' ')}
      </Note>
    )
  return (
    <Form
      action={actions.approve}
      hidden={price.amount ? { ...subject, amount: price.amount } : subject}
      idPrefix="approve"
      referenceLabel={texts.reference}
      reloadLabel={texts.reload}
    >
      <Refund cancellation={approval.cancellation} timeZone={timeZone} />
      <ApproveFields request={request} />
      <SubmitButton variant="danger" className="justify-self-start">
        {t('approveCancel')}
      </SubmitButton>
    </Form>
  )
}

/** Who earns the incentives of what is new, and what is said with the answer. */
function ApproveFields({ request }: Pick<RequestAnswerProps, 'request'>) {
  const t = useTranslations('requests')
  const asking = request.resellers.find(({ id }) => id === request.fromOrganizationId)
  return (
    <>
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
