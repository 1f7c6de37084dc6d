import { getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { Note } from '@/components/ui/note'
import { TextLink } from '@/components/ui/text-link'
import type { SingleSignOnView } from '@/lib/web/single-sign-on'
import { requireSingleSignOnAction } from './actions'

type RequireCardProps = {
  view: SingleSignOnView
  issuer: NonNullable<SingleSignOnView['issuer']>
  domains: string
}

/** Whether passwords are still taken beside it, and who comes in when the issuer fails. */
export async function RequireCard({ view, issuer, domains }: RequireCardProps) {
  const [t, account] = await Promise.all([getTranslations('singleSignOn.require'), getTranslations('security.account')])
  const { required, state } = issuer
  const mayChange = required || (state === 'on' && view.hasSecondFactor)
  return (
    <Card aria-labelledby="require">
      <CardHeader
        id="require"
        title={t('title')}
        description={t(required ? 'on' : 'off')}
        action={
          mayChange ? (
            <DialogButton dialogId="require-change">{t(required ? 'release' : 'require')}</DialogButton>
          ) : null
        }
      />
      {state === 'on' ? null : <p className="text-muted">{t('later')}</p>}
      {state === 'on' && !required && !view.hasSecondFactor ? (
        <p>
          {t('first')} <TextLink href="/second-factor">{account('add')}</TextLink>
        </p>
      ) : null}
      {required && !view.wayBack ? <Note tone="warning">{t('noWayBack')}</Note> : null}
      <ConfirmDialog
        id="require-change"
        title={t(required ? 'releaseTitle' : 'requireTitle')}
        confirmLabel={t(required ? 'release' : 'require')}
        action={requireSingleSignOnAction}
        fields={{ required: required ? 'no' : 'yes' }}
      >
        <p>{required ? t('releaseText') : t('requireText', { domains })}</p>
        {required ? null : <p>{t('wayBack')}</p>}
      </ConfirmDialog>
    </Card>
  )
}
