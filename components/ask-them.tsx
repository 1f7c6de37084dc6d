import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { LocalTime } from './ui/local-time'
import { TextLink } from './ui/text-link'

type Colleague = { id: string; fullName: string; email: string }

type AskThemProps = {
  permission: string
  /** Who may do it. */
  people: readonly Colleague[]
  /** Who else can give a role that opens it. */
  grantors: readonly Colleague[]
  askedAt: Date | null
  /** Not again within a day. */
  mayAsk: boolean
  locale: string
  timeZone: string
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** Who can help with what was refused, and a button that tells them. */
export function AskThem({ permission, people, grantors, askedAt, mayAsk, locale, timeZone, action }: AskThemProps) {
  const t = useTranslations('auth')
  const nobody = people.length + grantors.length === 0
  return (
    <div className="grid gap-4">
      {people.length > 0 ? <Colleagues text={t('noAccessPeople')} people={people} /> : <p>{t('noAccessNobody')}</p>}
      {grantors.length > 0 ? <Colleagues text={t('noAccessGrantors')} people={grantors} /> : null}
      {askedAt ? (
        <p className="text-muted">
          {t('askedAt')} <LocalTime value={askedAt} locale={locale} timeZone={timeZone} />
        </p>
      ) : null}
      {nobody || !mayAsk ? null : (
        <Form action={action} hidden={{ permission }} className="grid gap-2">
          <p className="text-muted">{t('askHint')}</p>
          <div>
            <SubmitButton>{t('askThem')}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}

function Colleagues({ text, people }: { text: string; people: readonly Colleague[] }) {
  return (
    <div>
      {text}
      <ul className="mt-2 grid gap-1">
        {people.map((person) => (
          <li key={person.id}>
            <b>{person.fullName}</b> · <TextLink href={`mailto:${person.email}`}>{person.email}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
