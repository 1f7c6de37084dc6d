import { useTranslations } from 'next-intl'
import type { FormDoor } from '@/lib/web/verification'
import { ConfirmDialog } from '../confirm-dialog'
import { Field } from '../form/field'
import { TextArea } from '../ui/text-area'

type DecisionDialogsProps = {
  caseId: string
  name: string
  deeds: { approve: boolean; reject: boolean }
  actions: { approve: FormDoor; reject: FormDoor }
}

export const approveDialog = 'approve'
export const rejectDialog = 'reject'

/** The two decisions, each with what it means for the company. */
export function DecisionDialogs({ caseId, name, deeds, actions }: DecisionDialogsProps) {
  const t = useTranslations('verification.case')
  return (
    <>
      {deeds.approve ? (
        <ConfirmDialog
          id={approveDialog}
          title={t('approveTitle', { name })}
          confirmLabel={t('approve')}
          action={actions.approve}
          fields={{ caseId }}
        >
          <p>{t('approveText')}</p>
        </ConfirmDialog>
      ) : null}
      {deeds.reject ? (
        <ConfirmDialog
          id={rejectDialog}
          danger
          title={t('rejectTitle', { name })}
          confirmLabel={t('reject')}
          action={actions.reject}
          fields={{ caseId }}
        >
          <p>{t('rejectText')}</p>
          <Field name="reason" label={t('reason')} required>
            <TextArea rows={4} maxLength={2000} />
          </Field>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
