import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { ConfirmDialog } from './confirm-dialog'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { ButtonLink } from './ui/button'
import { Card, CardHeader } from './ui/card'
import { DialogButton } from './ui/dialog-button'
import { KeyRound, UserCog } from './ui/icons'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type UserAccountProps = {
  person: {
    id: string
    fullName: string
    state: 'active' | 'waiting' | 'disabled'
    openSessions: number
    isLast: boolean
    refusal: string | null
  }
  disableAction: Action
  enableAction: Action
  endSessionsAction: Action
}

/** Roles, password, sessions and standing of somebody else. Nobody does these to themselves. */
export function UserAccount({ person, disableAction, enableAction, endSessionsAction }: UserAccountProps) {
  const t = useTranslations('partnerUsers.person')
  if (person.refusal) return null
  const page = `/user-management/${person.id}`
  const fields = { userId: person.id }
  return (
    <Card>
      <CardHeader title={t('account')} />
      <div className="grid gap-4">
        <ButtonLink href={`${page}/roles`} variant="primary" icon={<UserCog />}>
          {t('editRoles')}
        </ButtonLink>
        <ButtonLink href={`${page}/password`} icon={<KeyRound />}>
          {t('reset')}
        </ButtonLink>
        <div className="grid justify-items-start gap-2 border-border border-t pt-4">
          <p className="text-muted">{t('openSessions', { count: person.openSessions })}</p>
          {person.openSessions > 0 ? <DialogButton dialogId="end-sessions">{t('endSessions')}</DialogButton> : null}
        </div>
        <div className="grid justify-items-start gap-2 border-border border-t pt-4">
          {person.state === 'disabled' ? (
            <Form action={enableAction} hidden={fields} idPrefix="enable" className="grid justify-items-start gap-2">
              <p className="text-muted">{t('enableText')}</p>
              <SubmitButton variant="secondary">{t('enable')}</SubmitButton>
            </Form>
          ) : (
            <>
              <p className="text-muted">{t('disableText')}</p>
              <DialogButton dialogId="disable">{t('disable')}</DialogButton>
            </>
          )}
        </div>
      </div>
      <ConfirmDialog
        id="end-sessions"
        title={t('endQuestion', { name: person.fullName })}
        confirmLabel={t('endSessions')}
        action={endSessionsAction}
        fields={fields}
      >
        <p>{t('endText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        id="disable"
        danger
        title={t('disableQuestion', { name: person.fullName })}
        confirmLabel={t('disable')}
        action={disableAction}
        fields={fields}
      >
        <p>{t('disableText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
