import { getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import type { SingleSignOnView } from '@/lib/web/single-sign-on'
import { switchSingleSignOnAction } from './actions'

type UseCardProps = { issuer: NonNullable<SingleSignOnView['issuer']>; domains: string }

/** On or off. Nobody depends on it before it has been tested. */
export async function UseCard({ issuer, domains }: UseCardProps) {
  const t = await getTranslations('singleSignOn.use')
  const on = issuer.state === 'on'
  const mayChange = on || issuer.tested
  return (
    <Card aria-labelledby="use">
      <CardHeader
        id="use"
        title={t('title')}
        description={on ? t('onText', { domains }) : t('offText')}
        action={
          mayChange ? (
            <DialogButton dialogId="switch" variant={on ? 'secondary' : 'primary'}>
              {t(on ? 'switchOff' : 'switchOn')}
            </DialogButton>
          ) : null
        }
      />
      {mayChange ? null : <p>{t('testFirst')}</p>}
      <ConfirmDialog
        id="switch"
        title={t(on ? 'offTitle' : 'onTitle')}
        confirmLabel={t(on ? 'switchOff' : 'switchOn')}
        danger={on}
        action={switchSingleSignOnAction}
        fields={{ state: on ? 'off' : 'on' }}
      >
        <p>{t(on ? 'offDialog' : 'onDialog')}</p>
      </ConfirmDialog>
    </Card>
  )
}
