import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import { ConfirmDialog } from './confirm-dialog'
import { CredentialsForm } from './credentials-form'
import { SubmitButton } from './form/submit-button'
import type { Credentials, CredentialTexts } from './once-credentials'
import type { CustomerPerson } from './people-table'
import { Refused } from './permitted-link'
import { Card, CardHeader } from './ui/card'
import { DialogButton } from './ui/dialog-button'
import { Note } from './ui/note'

type PersonAccountProps = {
  actor: Actor
  customerId: string
  person: CustomerPerson & { isOwnAccount: boolean }
  texts: CredentialTexts
  resetAction: (previous: FormState<Credentials>, formData: FormData) => Promise<FormState<Credentials>>
  deleteAction: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** Password and end of somebody's account. Nobody does either to themselves. */
export function PersonAccount(props: PersonAccountProps) {
  const { actor, customerId, person } = props
  const t = useTranslations('customerUsers.person')
  if (person.isOwnAccount) return <Note>{t('ownAccount')}</Note>
  return (
    <div className="grid gap-5">
      <ResetPassword {...props} />
      <Card>
        <CardHeader title={t('deleteTitle')} />
        <p className="mb-4 text-muted">{t('deleteText')}</p>
        {can(actor, 'customerUser.manage') ? (
          <DialogButton dialogId="delete">{t('deleteTitle')}</DialogButton>
        ) : (
          <Refused actor={actor} permission="customerUser.manage" label={t('deleteTitle')} />
        )}
      </Card>
      <ConfirmDialog
        id="delete"
        danger
        title={t('deleteQuestion', { name: person.fullName })}
        confirmLabel={t('deleteConfirm')}
        action={props.deleteAction}
        fields={{ customerId, userId: person.id }}
      >
        <p>{t('deleteText')}</p>
      </ConfirmDialog>
    </div>
  )
}

function ResetPassword({ actor, customerId, person, texts, resetAction }: PersonAccountProps) {
  const t = useTranslations('customerUsers')
  // Spec 2.2: a Helpdesk agent resets passwords, but not those of Global admins.
  const permission = person.isAdministrator ? 'customerUser.manage' : 'customerUser.resetPassword'
  return (
    <Card>
      <CardHeader title={t('person.resetTitle')} />
      {can(actor, permission) ? (
        <CredentialsForm
          action={resetAction}
          hidden={{ customerId, userId: person.id }}
          referenceLabel={t('form.reference')}
          texts={texts}
        >
          <p className="text-muted">{t('person.resetText')}</p>
          <div>
            <SubmitButton variant="secondary">{t('person.reset')}</SubmitButton>
          </div>
        </CredentialsForm>
      ) : (
        <Refused actor={actor} permission={permission} label={t('person.reset')} />
      )}
    </Card>
  )
}
