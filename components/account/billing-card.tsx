import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { AccountView } from '@/lib/web/account'
import type { FormState } from '@/lib/web/form-state'
import { AddressFields } from '../address-fields'
import { ConfirmDialog } from '../confirm-dialog'
import { Field } from '../form/field'
import { Refused } from '../permitted-link'
import { Card, CardHeader } from '../ui/card'
import { CopyButton } from '../ui/copy-button'
import { DescriptionList } from '../ui/description-list'
import { DialogButton } from '../ui/dialog-button'
import { Select } from '../ui/select'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
type BillingCardProps = { view: AccountView; actor: Actor; mayEdit: boolean; action: Action }

/** Which company the customer is, where, and under which number it is registered. */
export function BillingCard({ view, actor, mayEdit, action }: BillingCardProps) {
  const t = useTranslations('onboarding.account')
  const terms = useTranslations('terms')
  const { customer, account, country } = view
  const state = country.states.find(({ value }) => value === account.state)?.label ?? account.state
  const place = [account.postalCode, account.city].filter(Boolean).join(' ')
  const address = [account.addressLine1, account.addressLine2, place, state].filter(Boolean)
  return (
    <Card>
      <CardHeader
        title={t('billingTitle')}
        action={
          mayEdit ? (
            <DialogButton dialogId="edit-billing">{t('editBilling')}</DialogButton>
          ) : can(actor, 'customer.editBilling') ? null : (
            <Refused actor={actor} permission="customer.editBilling" label={t('editBilling')} />
          )
        }
      />
      <DescriptionList
        look="rows"
        items={[
          { term: t('company'), details: customer.name },
          { term: t('domain'), details: customer.domain },
          {
            term: t('microsoftId'),
            details: (
              <span className="inline-flex items-center gap-1 font-mono text-code">
                {customer.id}
                <CopyButton text={customer.id} iconOnly />
              </span>
            ),
          },
          { term: t('country'), details: country.label },
          { term: t('address'), details: address.length > 0 ? address.join(', ') : t('unknown') },
          ...(country.registrationNumber
            ? [{ term: country.registrationNumber.label, details: account.registrationNumber ?? t('unknown') }]
            : []),
          { term: t('segment'), details: terms(`segment.${account.segment}`) },
        ]}
      />
      {mayEdit && (
        <ConfirmDialog
          id="edit-billing"
          title={t('editBilling')}
          confirmLabel={t('save')}
          action={action}
          fields={{ customerId: customer.id, version: view.versions.billing }}
          reloadLabel={t('reload')}
        >
          <div className="grid gap-4">
            <AddressFields country={country} address={account} />
            {view.mayChangeSegment && (
              <Field label={t('segment')} name="segment" hint={t('segmentHint')}>
                <Select options={view.segments} defaultValue={account.segment} />
              </Field>
            )}
          </div>
        </ConfirmDialog>
      )}
    </Card>
  )
}
