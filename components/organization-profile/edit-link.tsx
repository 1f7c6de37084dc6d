import { type Actor, rolesThatMay } from '@/lib/access/permissions'
import { PermittedLink } from '../permitted-link'

/** Leads to the form, or says who may change the profile. Nothing where nobody of this organization may. */
export function EditLink(props: { actor: Actor; href: string; label: string }) {
  if (rolesThatMay('organizationProfile.edit', props.actor.organizationKind).length === 0) return null
  return <PermittedLink permission="organizationProfile.edit" {...props} />
}
