import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { FieldGroup } from './form/field-group'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { type License, LicenseTable } from './license-table'
import { ButtonLink } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { Note } from './ui/note'

type LicenseFormProps = {
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
  customerId: string
  people: readonly { id: string; fullName: string; usageLocation: string | null }[]
  subscriptions: readonly License[]
  /** Where Cancel leads; without it there is no such button. */
  backHref?: string
}

/** Licenses of one or many people, to be assigned and taken back together. */
export function LicenseForm({ action, customerId, people, subscriptions, backHref }: LicenseFormProps) {
  const t = useTranslations('licenses')
  const unlocated = people.filter(({ usageLocation }) => !usageLocation).map(({ fullName }) => fullName)
  if (subscriptions.length === 0) return <LicenseTable licenses={[]} people={people.length} customerId={customerId} />
  return (
    <Form
      action={action}
      hidden={{ customerId }}
      idPrefix="licenses"
      referenceLabel={t('reference')}
      className="grid gap-4 py-4 [&>[role=alert]]:mx-3"
    >
      {people.map(({ id }) => (
        <input key={id} type="hidden" name="userIds[]" value={id} />
      ))}
      {unlocated.length > 0 && (
        <div className="px-3">
          <Note tone="warning">
            {t('withoutLocation', { names: unlocated.slice(0, 5).join(', '), count: unlocated.length })}
          </Note>
        </div>
      )}
      <FieldGroup
        name="assign"
        legend={<span className="sr-only">{t('availableLicenses')}</span>}
        className="[&>p]:px-3"
      >
        <p className="mb-2 text-muted">{t(people.length > 1 ? 'choiceHint' : 'choiceHintOne')}</p>
        <LicenseTable licenses={subscriptions} people={people.length} customerId={customerId} />
      </FieldGroup>
      <ButtonRow className="px-3">
        <SubmitButton>{t('save')}</SubmitButton>
        {backHref && (
          <ButtonLink href={backHref} variant="subtle">
            {t('cancel')}
          </ButtonLink>
        )}
      </ButtonRow>
    </Form>
  )
}
