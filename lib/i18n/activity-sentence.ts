/** An event of the activity log as it is stored: facts, worded for each reader. */
export interface ActivityEvent {
  type: string
  actorName: string | null
  actorOrganizationName: string | null
  subjectOrganizationName: string | null
  details: unknown
}

/** The values of the event's sentence in `activity.sentence`. `nobody` is who acted where no person did. */
export function sentenceValues(event: ActivityEvent, nobody: string) {
  const details = (event.details ?? {}) as Record<string, unknown>
  const text = (name: string) => {
    const value = details[name]
    return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : 'none'
  }
  return {
    actor: event.actorName ?? nobody,
    organization: event.actorOrganizationName ?? '',
    subject: event.subjectOrganizationName ?? 'none',
    addressee: text('addressee'),
    userName: text('userName'),
    mpnId: text('mpnId'),
    reason: text('reason'),
    name: text('fullName'),
    kind: text('kind'),
    title: text('title'),
    number: text('number'),
    before: text('before'),
    after: text('after'),
    partner: text('partner'),
    created: text('created'),
    updated: text('updated'),
    assigned: text('assigned'),
    removed: text('removed'),
    count: text('count'),
    required: String(details.required === true),
    delegated: String(details.delegatedAdministration === true),
  }
}
