import { useTranslations } from 'next-intl'
import type { OrganizationKind } from '@/lib/access/permissions'
import { ErrorState } from '../error-state'
import { ButtonLink } from '../ui/button'
import { TextLink } from '../ui/text-link'

type Person = { id: string; fullName: string; email: string }
type NotForYouProps =
  | { kind: Exclude<OrganizationKind, 'reseller'> }
  | { kind: 'reseller'; organization: string; admins: readonly Person[] }

/** Why this person cannot enroll, and who or what can help. */
export function NotForYou(props: NotForYouProps) {
  const t = useTranslations('enrollment.refused')
  if (props.kind === 'reseller') return <NotAdmin {...props} />
  return (
    <ErrorState
      illustration="locked"
      title={t(`${props.kind}Title`)}
      reason={t(props.kind)}
      actions={<ButtonLink href="/dashboard">{t('home')}</ButtonLink>}
    />
  )
}

function NotAdmin({ organization, admins }: { organization: string; admins: readonly Person[] }) {
  const t = useTranslations('enrollment.refused')
  return (
    <ErrorState
      illustration="locked"
      title={t('notAdminTitle')}
      reason={t(admins.length > 0 ? 'notAdmin' : 'notAdminNobody', { organization })}
      remedy={
        <ul className="grid gap-1">
          {admins.map(({ id, fullName, email }) => (
            <li key={id}>
              <b>{fullName}</b> · <TextLink href={`mailto:${email}`}>{email}</TextLink>
            </li>
          ))}
        </ul>
      }
    />
  )
}
