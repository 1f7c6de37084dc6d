import { useTranslations } from 'next-intl'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Note } from '../ui/note'
import { TextLink } from '../ui/text-link'

/** While something is being verified: what, how far it is, and that everything goes on meanwhile. */
export function ReviewNote({ view: { review, vettingStatus } }: { view: ProfileView }) {
  const t = useTranslations('organizationProfile')
  if (!review || review.status === 'Authorized') return null
  const facts = review.changed.map((fact) => t(`facts.${fact as 'legalName'}`))
  const checks = review.checks.filter(({ status }) => status !== 'Passed').map(({ kind }) => t(`checks.${kind}`))
  return (
    <div className="mb-4 max-w-210">
      <Note
        tone={review.status === 'Rejected' ? 'danger' : 'info'}
        title={t('review.title', { status: review.status })}
        action={<TextLink href="/enroll/status">{t('review.open')}</TextLink>}
      >
        <p>
          {t(`review.${review.status}`)} {vettingStatus === 'Authorized' ? t('review.stays') : null}
        </p>
        {facts.length > 0 ? (
          <p>
            {t('review.changed')}: {facts.join(', ')}
          </p>
        ) : null}
        {checks.length > 0 ? (
          <p>
            {t('review.checks')}: {checks.join(', ')}
          </p>
        ) : null}
        {review.reason ? <p>{review.reason}</p> : null}
      </Note>
    </div>
  )
}
