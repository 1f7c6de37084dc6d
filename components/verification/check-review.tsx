import { useTranslations } from 'next-intl'
import type { FormDoor, VerificationCheck } from '@/lib/web/verification'
import { Field } from '../form/field'
import { FieldGroup } from '../form/field-group'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { StatusBadge } from '../status-badge'
import { LocalTime } from '../ui/local-time'
import { RadioGroup } from '../ui/radio-group'
import { TextArea } from '../ui/text-area'

type CheckReviewProps = {
  caseId: string
  check: VerificationCheck
  /** Null where nothing is to be judged any more, or only the contact can. */
  action: FormDoor | null
  locale: string
  timeZone: string
}

const tones = { Waiting: 'pending', Passed: 'accepted', Failed: 'failed' } as const

/** One check: how it stands, who found it, and the operator's verdict. */
export function CheckReview({ caseId, check, action, locale, timeZone }: CheckReviewProps) {
  const t = useTranslations('verification')
  const { kind, status, note } = check
  return (
    <section aria-labelledby={`check-${kind}`} className="border-border border-t py-4 first:border-t-0 first:pt-0">
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`check-${kind}`} className="font-semibold">
          {t(`check.${kind}`)}
        </h3>
        <StatusBadge status={tones[status]} label={t(`checkStatus.${status}`)} />
      </div>
      <Finder check={check} locale={locale} timeZone={timeZone} />
      {note ? <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{note}</p> : null}
      {kind === 'EmailOwnership' && status === 'Waiting' ? <p className="text-muted">{t('case.contactOnly')}</p> : null}
      {action ? (
        <Form
          key={`${status}-${check.decidedAt ? new Date(check.decidedAt).getTime() : 0}`}
          action={action}
          hidden={{ caseId, check: kind, was: status }}
          idPrefix={kind}
          className="mt-3 grid gap-3"
          referenceLabel={t('reference')}
        >
          <FieldGroup legend={t(`check.${kind}`)} name="verdict" required>
            <RadioGroup
              options={[
                { value: 'Passed', label: t('case.pass') },
                { value: 'Failed', label: t('case.fail') },
              ]}
              {...(status === 'Waiting' ? {} : { defaultValue: status })}
            />
          </FieldGroup>
          <Field name="note" label={t('case.note')} hint={t('case.noteHint')}>
            <TextArea rows={2} maxLength={1000} defaultValue={note ?? ''} />
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('case.judge')}
          </SubmitButton>
        </Form>
      ) : null}
    </section>
  )
}

function Finder({ check, ...zone }: Pick<CheckReviewProps, 'check' | 'locale' | 'timeZone'>) {
  const t = useTranslations('verification.case')
  const { byName, decidedAt } = check
  if (!decidedAt) return null
  const when = () => <LocalTime value={decidedAt} {...zone} />
  return (
    <p className="text-caption text-muted">
      {byName ? t.rich('by', { name: byName, when }) : t.rich('byPortal', { when })}
    </p>
  )
}
