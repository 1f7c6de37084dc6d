import { getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { RenewCodesForm } from '@/components/renew-codes-form'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime } from '@/components/ui/local-time'
import type { getOwnSecurity } from '@/lib/domain/account-security/queries'
import { recoveryCodeTexts } from '@/lib/web/recovery-codes'
import { removeSecondFactorAction, renewRecoveryCodesAction } from './actions'

export type OwnSecurity = Awaited<ReturnType<typeof getOwnSecurity>>

type SecondFactorCardProps = { security: OwnSecurity; email: string; locale: string; timeZone: string }

export async function SecondFactorCard({ security, email, ...show }: SecondFactorCardProps) {
  const t = await getTranslations('security.account')
  const { secondFactorSince: since, recoveryCodesLeft: count, requiresSecondFactor } = security
  if (!since)
    return (
      <Card aria-labelledby="second-factor">
        <CardHeader
          id="second-factor"
          title={t('factorTitle')}
          description={t('factorOff')}
          action={
            <ButtonLink href="/second-factor" variant="primary">
              {t('add')}
            </ButtonLink>
          }
        />
      </Card>
    )
  return (
    <Card aria-labelledby="second-factor">
      <CardHeader id="second-factor" title={t('factorTitle')} />
      <p>{t.rich('factorOn', { since: () => <LocalTime value={since} show="date" {...show} /> })}</p>
      <p className="mb-4">{t('codesLeft', { count })}</p>
      <div className="grid gap-4">
        <RenewCodesForm
          action={renewRecoveryCodesAction}
          submit={t('renew')}
          texts={await recoveryCodeTexts(email)}
          goOn="/account/security"
        />
        <ButtonRow>
          <ButtonLink href="/second-factor">{t('replace')}</ButtonLink>
          {requiresSecondFactor ? null : <DialogButton dialogId="remove-second-factor">{t('remove')}</DialogButton>}
        </ButtonRow>
        {requiresSecondFactor ? <p className="text-caption text-muted">{t('removeDemanded')}</p> : null}
      </div>
      <ConfirmDialog
        id="remove-second-factor"
        title={t('removeTitle')}
        confirmLabel={t('removeConfirm')}
        danger
        action={removeSecondFactorAction}
      >
        <p>{t('removeText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
