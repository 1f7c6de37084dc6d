import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormState } from '@/lib/web/form-state'
import { CloseWhenDone } from './form/close-when-done'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { ButtonRow } from './ui/button-row'
import { Dialog } from './ui/dialog'
import { DialogCloseButton } from './ui/dialog-close'

type ConfirmDialogProps = {
  /** What the `DialogButton` or `MenuDialogButton` names; unique on the page. */
  id: string
  title: string
  /** What it means for the person, and any `Field` the action wants (a reason, the typed name). */
  children?: ReactNode
  /** What will happen, as on the button that opened it: "Remove partnership", never "OK". */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
  fields?: Readonly<Record<string, string>>
  /** For what several people edit: leads to what is there now, when somebody else has saved meanwhile. */
  reloadLabel?: string
}

/**
 * Asks before something is done. The form is an ordinary one: without script the dialog opens as a popover and submits
 * just the same. What the server refuses is said inside the dialog, which then stays open.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { id, title, children, confirmLabel, cancelLabel, danger = false, action, fields = {}, reloadLabel } = props
  const t = useTranslations('ui')
  return (
    <Dialog id={id} title={title} closeLabel={t('close')} role="alertdialog">
      <Form
        action={action}
        hidden={fields}
        idPrefix={id}
        referenceLabel={t('errorReference')}
        {...(reloadLabel ? { reloadLabel } : {})}
      >
        {children}
        {/* The way out comes first, and so has the focus when there is nothing to fill in. */}
        <ButtonRow end>
          <DialogCloseButton dialogId={id}>{cancelLabel ?? t('cancel')}</DialogCloseButton>
          <SubmitButton variant={danger ? 'danger' : 'primary'} className="max-sm:-order-1">
            {confirmLabel}
          </SubmitButton>
        </ButtonRow>
        <CloseWhenDone />
      </Form>
    </Dialog>
  )
}
