import { getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { requireSecondFactorAction } from './actions'
import type { OwnSecurity } from './second-factor-card'

/** Whether everybody in the organization has to have a second factor. Whoever asks others has one. */
export async function SignInRuleCard({ security, organization }: { security: OwnSecurity; organization: string }) {
  const t = await getTranslations('security.account')
  const required = security.requiresSecondFactor
  const first = !required && !security.secondFactorSince
  return (
    <Card aria-labelledby="sign-in-rule">
      <CardHeader
        id="sign-in-rule"
        title={t('ruleTitle')}
        description={t(required ? 'ruleOn' : 'ruleOff', { organization })}
        action={
          first ? null : (
            <DialogButton dialogId="sign-in-rule-change">{t(required ? 'ruleRelease' : 'ruleRequire')}</DialogButton>
          )
        }
      />
      {first ? <p className="text-muted">{t('ruleFirst')}</p> : null}
      <ConfirmDialog
        id="sign-in-rule-change"
        title={t(required ? 'releaseTitle' : 'requireTitle')}
        confirmLabel={t(required ? 'ruleRelease' : 'ruleRequire')}
        danger={required}
        action={requireSecondFactorAction}
        fields={{ required: required ? 'no' : 'yes' }}
      >
        <p>{t(required ? 'releaseText' : 'requireText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
