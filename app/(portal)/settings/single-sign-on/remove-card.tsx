import { getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { removeSingleSignOnAction } from './actions'

export async function RemoveCard() {
  const t = await getTranslations('singleSignOn.remove')
  return (
    <Card aria-labelledby="remove">
      <CardHeader
        id="remove"
        title={t('title')}
        description={t('text')}
        action={<DialogButton dialogId="remove-single-sign-on">{t('action')}</DialogButton>}
      />
      <ConfirmDialog
        id="remove-single-sign-on"
        title={t('dialog')}
        confirmLabel={t('confirm')}
        danger
        action={removeSingleSignOnAction}
      >
        <p>{t('text')}</p>
      </ConfirmDialog>
    </Card>
  )
}
