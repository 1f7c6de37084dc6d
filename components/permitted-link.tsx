import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Actor, can, type Permission, rolesThatMay } from '@/lib/access/permissions'
import { PermissionHint } from './permission-hint'
import { ButtonLink, type ButtonVariant } from './ui/button'
import { TextLink } from './ui/text-link'

type PermittedLinkProps = {
  actor: Actor
  permission: Permission
  href: string
  label: string
  variant?: ButtonVariant
  icon?: ReactNode
}

/** A button that leads on, or the explanation of who may press it: never just missing. */
export function PermittedLink({ actor, permission, href, label, variant = 'secondary', icon }: PermittedLinkProps) {
  if (can(actor, permission)) {
    return (
      <ButtonLink href={href} variant={variant} icon={icon}>
        {label}
      </ButtonLink>
    )
  }
  return <Refused actor={actor} permission={permission} label={label} />
}

/** The same for what is no link: a button in its refused state, with the roles that would open it. Nothing where none does. */
export function Refused({ actor, permission, label }: Pick<PermittedLinkProps, 'actor' | 'permission' | 'label'>) {
  const t = useTranslations('terms')
  const roles = rolesThatMay(permission, actor.organizationKind).map((role) => t(`role.${role}`))
  if (roles.length === 0) return null
  return (
    <PermissionHint
      label={label}
      reason={t('needsRole', { roles: roles.join(', ') })}
      holders={<TextLink href={`/no-access?permission=${permission}`}>{t('whoHasIt')}</TextLink>}
    />
  )
}
