import { useTranslations } from 'next-intl'
import type { FormDoor, OwnVerification } from '@/lib/web/verification'
import { Field } from '../form/field'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { Card, CardHeader } from '../ui/card'
import { FileInput } from '../ui/file-input'
import { Select } from '../ui/select'
import { EvidenceList } from './evidence-list'

type EvidenceFormProps = {
  verification: OwnVerification
  action: FormDoor
  /** In bytes. */
  limit: number
  locale: string
  timeZone: string
}

/** What was sent to the operator, and one document more. */
export function EvidenceForm({ verification, action, limit, locale, timeZone }: EvidenceFormProps) {
  const t = useTranslations('verification')
  const { checks, evidence } = verification
  const asked = checks.filter(({ kind }) => kind !== 'EmailOwnership')
  const first = asked.find(({ status }) => status === 'Failed') ?? asked.find(({ status }) => status === 'Waiting')
  return (
    <Card>
      <CardHeader title={t('own.evidenceTitle')} description={t('own.evidenceText')} />
      <div className="mb-4">
        <EvidenceList evidence={evidence} none={t('own.noEvidence')} locale={locale} timeZone={timeZone} />
      </div>
      <Form key={evidence.length} action={action} idPrefix="evidence" referenceLabel={t('reference')}>
        <Field name="check" label={t('own.evidenceFor')} required>
          <Select
            defaultValue={first?.kind ?? ''}
            options={asked.map(({ kind }) => ({ value: kind, label: t(`check.${kind}`) }))}
          />
        </Field>
        <Field name="file" label={t('own.file')} required>
          <FileInput accept=".pdf,.png,.jpg,.jpeg" limit={limit} tooLarge={t('own.tooLarge')} />
        </Field>
        <SubmitButton variant="secondary" className="justify-self-start">
          {t('own.send')}
        </SubmitButton>
      </Form>
    </Card>
  )
}
