import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { can } from '@/lib/access/permissions'
import type { AccountView } from '@/lib/web/account'
import type { FormState } from '@/lib/web/form-state'
import { ConfirmDialog } from '../confirm-dialog'
import { SignerFields } from '../new-customer/agreement-fields'
import { Refused } from '../permitted-link'
import { StatusBadge } from '../status-badge'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { DialogButton } from '../ui/dialog-button'
import { LocalTime } from '../ui/local-time'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
type AgreementCardProps = { view: AccountView; actor: Actor; action: Action }

/** The customer agreement: when it was accepted and by whom, or how it comes to be. */
export function AgreementCard({ view, actor, action }: AgreementCardProps) {
  const t = useTranslations('onboarding.account')
  const { agreement, customer, locale, texts, today } = view
  if (agreement)
    return (
      <Card>
        <CardHeader title={t('agreement')} />
        <DescriptionList
          look="rows"
          items={[
            {
              term: t('agreedOn'),
              details: <LocalTime value={agreement.dateAgreed} locale={locale} timeZone={actor.timeZone} show="date" />,
            },
            { term: t('agreedBy'), details: `${agreement.firstAndLastName}, ${agreement.email}` },
          ]}
        />
      </Card>
    )
  const mayAttest = can(actor, 'customerAgreement.attest')
  return (
    <Card>
      <CardHeader
        title={t('agreement')}
        action={
          mayAttest ? (
            <DialogButton dialogId="attest-agreement">{t('update')}</DialogButton>
          ) : (
            <StatusBadge status="missing" label={t('missing')} />
          )
        }
      />
      <p className="text-muted">{t(customer.relationship ? 'missingHint' : 'missingHintOwn')}</p>
      {mayAttest && (
        <ConfirmDialog
          id="attest-agreement"
          title={t('attestTitle')}
          confirmLabel={t('save')}
          action={action}
          fields={{ customerId: customer.id }}
        >
          <SignerFields texts={texts.form} today={today} />
        </ConfirmDialog>
      )}
      {!mayAttest && actor.organizationKind === 'provider' && (
        <div className="mt-3">
          <Refused actor={actor} permission="customerAgreement.attest" label={t('update')} />
        </div>
      )}
    </Card>
  )
}
