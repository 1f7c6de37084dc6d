import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { ErrorState } from './error-state'
import { PermittedLink } from './permitted-link'

/** In the place of a page that takes delegated administration: what is missing and how to ask for it. */
export function DelegationMissing({ actor }: { actor: Actor }) {
  const t = useTranslations('customerUsers.delegation')
  return (
    <ErrorState
      illustration="locked"
      title={t('title')}
      reason={t('reason')}
      remedy={t('remedy')}
      actions={
        <PermittedLink
          actor={actor}
          permission="customer.invite"
          href="/customers/request-relationship"
          label={t('ask')}
          variant="primary"
        />
      }
    />
  )
}
