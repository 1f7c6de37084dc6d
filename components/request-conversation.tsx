import { useTranslations } from 'next-intl'
import type { FormDoor, PurchaseRequest } from '@/lib/web/purchase-request'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { LocalTime } from './ui/local-time'
import { TextArea } from './ui/text-area'

type RequestConversationProps = {
  requestId: string
  comments: PurchaseRequest['comments']
  action: FormDoor
  locale: string
  timeZone: string
}

/** What both sides have written, oldest first. */
export function RequestConversation({ requestId, comments, action, locale, timeZone }: RequestConversationProps) {
  const t = useTranslations('requests')
  const ui = useTranslations('ui')
  return (
    <>
      {comments.length === 0 ? <p className="mb-4 text-muted">{t('noComments')}</p> : null}
      <ul className="mb-4 grid gap-3">
        {comments.map(({ id, authorName, organizationName, text, createdAt }) => (
          <li key={id} className="rounded-control border border-border px-3.5 py-2.5">
            <p className="text-caption text-muted">
              {t('person', { person: authorName, organization: organizationName })} ·{' '}
              <LocalTime value={createdAt} locale={locale} timeZone={timeZone} />
            </p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          </li>
        ))}
      </ul>
      {/* The key empties the field once what was written stands above. */}
      <Form
        key={comments.length}
        action={action}
        hidden={{ requestId }}
        idPrefix="comment"
        referenceLabel={ui('errorReference')}
      >
        <Field name="text" label={t('write')} required>
          <TextArea rows={3} />
        </Field>
        <SubmitButton variant="secondary" className="justify-self-start">
          {t('post')}
        </SubmitButton>
      </Form>
    </>
  )
}
