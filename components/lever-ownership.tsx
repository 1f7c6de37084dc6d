import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/lib/web/form-state'
import { ConfirmDialog } from './confirm-dialog'
import { DialogButton } from './ui/dialog-button'

/** Whose levers they are, and whether the reader may decide about ownership; if not, what is missing. */
export type LeverSubject = { customer: { id: string; name: string }; ownership: 'yes' | 'role' | 'delegation' }

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type OwnershipButtonProps = {
  levers: LeverSubject
  partner: { id: string; name: string; owner: object | null }
  grantAction: Action
  revokeAction: Action
}

/** Makes a partner tenant owner, or takes that back; asks before either. */
export async function OwnershipButton({ levers, partner, grantAction, revokeAction }: OwnershipButtonProps) {
  const t = await getTranslations('levers.owner')
  if (levers.ownership === 'delegation') return <p className="text-caption text-muted">{t('needsDelegation')}</p>
  if (levers.ownership === 'role') return null
  const deed = partner.owner ? 'withdraw' : 'grant'
  const names = { partner: partner.name, customer: levers.customer.name }
  const id = `${deed}-owner-${partner.id}`
  return (
    <div className="mt-1">
      <DialogButton dialogId={id}>{t(deed)}</DialogButton>
      <ConfirmDialog
        id={id}
        danger={deed === 'withdraw'}
        title={t(`${deed}Title`, names)}
        confirmLabel={t(`${deed}Confirm`)}
        action={deed === 'grant' ? grantAction : revokeAction}
        fields={{ customerId: levers.customer.id, partnerId: partner.id }}
      >
        <p>{t(`${deed}Text`, names)}</p>
      </ConfirmDialog>
    </div>
  )
}
