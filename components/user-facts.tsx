import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Card, CardHeader } from './ui/card'
import { DescriptionList } from './ui/description-list'
import { LocalTime } from './ui/local-time'
import { TextInput } from './ui/text-input'
import { TextLink } from './ui/text-link'

type UserFactsProps = {
  actor: Actor
  person: {
    id: string
    fullName: string
    createdAt: Date
    lastSeenAt: Date | null
    passwordExpiresAt: Date | null
    refusal: string | null
  }
  locale: string
  renameAction: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** When somebody came, was last here, what they did, and what they are called. */
export function UserFacts({ actor, person, locale, renameAction }: UserFactsProps) {
  const t = useTranslations('partnerUsers')
  const time = (value: Date) => <LocalTime value={value} locale={locale} timeZone={actor.timeZone} />
  const mayRename = can(actor, 'user.manage') && person.refusal !== 'global_admin_protected'
  return (
    <Card>
      <CardHeader title={t('person.details')} />
      <DescriptionList
        items={[
          { term: t('person.added'), details: time(person.createdAt) },
          { term: t('person.lastSeen'), details: person.lastSeenAt ? time(person.lastSeenAt) : t('person.never') },
          ...(person.passwordExpiresAt
            ? [{ term: t('person.passwordUntil'), details: time(person.passwordExpiresAt) }]
            : []),
        ]}
      />
      <p className="mt-3">
        {can(actor, 'activity.list') ? (
          <TextLink href={`/activity-log?userId=${person.id}`}>
            {t('person.activity', { name: person.fullName })}
          </TextLink>
        ) : null}
      </p>
      {mayRename ? (
        <Form
          action={renameAction}
          hidden={{ userId: person.id }}
          idPrefix="rename"
          referenceLabel={t('form.reference')}
          className="mt-4 grid gap-3 border-border border-t pt-4"
        >
          <Field label={t('form.fullName')} name="fullName" required>
            <TextInput autoComplete="off" maxLength={100} defaultValue={person.fullName} />
          </Field>
          <div>
            <SubmitButton variant="secondary">{t('person.rename')}</SubmitButton>
          </div>
        </Form>
      ) : null}
    </Card>
  )
}
