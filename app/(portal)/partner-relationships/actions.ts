'use server'

import { endRelationship, removeDelegatedAdministration } from '@/lib/domain/customers/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

const page = '/partner-relationships'

export const removeDelegatedAdministrationAction = formAction(
  removeDelegatedAdministration,
  leadTo(`${page}?notice=delegation_removed`),
)
export const endRelationshipAction = formAction(endRelationship, leadTo(`${page}?notice=relationship_ended`))
