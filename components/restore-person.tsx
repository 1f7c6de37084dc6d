import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Refused } from './permitted-link'
import { Card } from './ui/card'
import { LocalTime } from './ui/local-time'

type RestorePersonProps = {
  actor: Actor
  customerId: string
  userId: string
  until: Date
  locale: string
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** All that can be done about somebody who was deleted. */
export function RestorePerson({ actor, customerId, userId, until, locale, action }: RestorePersonProps) {
  const t = useTranslations('customerUsers')
  return (
    <Card className="grid max-w-160 gap-4">
      <p>
        {t('person.restoreText')} <LocalTime value={until} locale={locale} timeZone={actor.timeZone} />
      </p>
      <p className="text-muted">{t('deletedHint')}</p>
      {can(actor, 'customerUser.manage') ? (
        <Form action={action} hidden={{ customerId, userId }} referenceLabel={t('form.reference')}>
          <div>
            <SubmitButton>{t('restore')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <Refused actor={actor} permission="customerUser.manage" label={t('restore')} />
      )}
    </Card>
  )
}
