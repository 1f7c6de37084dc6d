import { useTranslations } from 'next-intl'
import type { FormDoor, VerificationEntry } from '@/lib/web/verification'
import { Field } from '../form/field'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { LocalTime } from '../ui/local-time'
import { TextArea } from '../ui/text-area'

type ConversationProps = {
  /** Newest first, as they are read. */
  entries: readonly VerificationEntry[]
  action: FormDoor | null
  hidden?: Readonly<Record<string, string>>
  locale: string
  timeZone: string
}

/** The one conversation of a verification, oldest first; a rejection and what was said with a re-review are part of it. */
export function Conversation({ entries, action, hidden = {}, locale, timeZone }: ConversationProps) {
  const t = useTranslations('verification')
  const said = entries
    .filter(({ kind, text }) => text && ['Commented', 'Rejected', 'ReviewAsked'].includes(kind))
    .toReversed()
  return (
    <>
      {said.length === 0 ? <p className="mb-4 text-muted">{t('thread.none')}</p> : null}
      <ul className="mb-4 grid gap-3">
        {said.map(({ id, authorName, byOperator, text, createdAt }) => (
          <li key={id} className="rounded-control border border-border px-3.5 py-2.5">
            <p className="text-caption text-muted">
              {t(byOperator ? 'thread.operator' : 'thread.applicant', { name: authorName ?? '' })} ·{' '}
              <LocalTime value={createdAt} locale={locale} timeZone={timeZone} />
            </p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          </li>
        ))}
      </ul>
      {action ? (
        // The key empties the field once what was written stands above.
        <Form key={said.length} action={action} hidden={hidden} idPrefix="message" referenceLabel={t('reference')}>
          <Field name="text" label={t('thread.write')} required>
            <TextArea rows={3} maxLength={2000} />
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('thread.post')}
          </SubmitButton>
        </Form>
      ) : null}
    </>
  )
}
