import { useTranslations } from 'next-intl'
import { Note } from './ui/note'
import { TextLink } from './ui/text-link'

/** Spec 3.12: without the agreement nothing is ordered; said before anybody has chosen offers. */
export function AgreementMissing({ customer }: { customer: { id: string; name: string } }) {
  const t = useTranslations('orders')
  return (
    <div className="mb-4">
      <Note
        tone="warning"
        title={t('agreementMissing')}
        action={<TextLink href={`/customers/${customer.id}/account`}>{t('toAccount')}</TextLink>}
      >
        {t('agreementMissingHint', { customer: customer.name })}
      </Note>
    </div>
  )
}

type ResellersMissingProps = { resellers: readonly { id: string; name: string; signed: boolean }[] }

/** Why a reseller cannot be chosen as reseller of record, or is not in the list at all, and where that is mended (spec 0.7). */
export function ResellersMissing({ resellers }: ResellersMissingProps) {
  const t = useTranslations('orders')
  return (
    <div className="grid gap-1 text-caption text-muted">
      {resellers
        .filter(({ signed }) => !signed)
        .map(({ id, name }) => (
          <p key={id}>
            {t.rich('unsignedHint', {
              name,
              link: (words) => <TextLink href={`/indirect-resellers/${id}`}>{words}</TextLink>,
            })}
          </p>
        ))}
      <p>{t.rich('notInList', { link: (words) => <TextLink href="/indirect-resellers">{words}</TextLink> })}</p>
    </div>
  )
}
