import { isPermission, type Permission, type Role, roles } from '@/lib/access/permissions'

/** An event of the activity log as it is stored: facts, worded for each reader. */
export interface ActivityEvent {
  type: string
  actorName: string | null
  actorOrganizationName: string | null
  subjectOrganizationName: string | null
  details: unknown
}

/** The reader's words for what events name by a key. */
export interface SentenceWords {
  /** Who acted where no person did. */
  nobody: string
  role(name: Role): string
  permission(name: Permission): string
  culture(name: string): string
  segment(name: string): string
}

/** The values of the event's sentence in `activity.sentence`. */
export function sentenceValues(event: ActivityEvent, words: SentenceWords) {
  const details = (event.details ?? {}) as Record<string, unknown>
  const text = (name: string) => {
    const value = details[name]
    return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : 'none'
  }
  const named = (name: string, word: (key: string) => string) => {
    const key = text(name)
    return key === 'none' ? key : word(key)
  }
  const roleNames = (name: string) => {
    const named = Array.isArray(details[name]) ? details[name].filter((role) => roles.includes(role)) : []
    return named.map((role) => words.role(role)).join(', ') || 'none'
  }
  const permission = text('permission')
  return {
    actor: event.actorName ?? words.nobody,
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
    cultureBefore: named('cultureBefore', words.culture),
    cultureAfter: named('cultureAfter', words.culture),
    segmentBefore: named('segmentBefore', words.segment),
    segmentAfter: named('segmentAfter', words.segment),
    partner: text('partner'),
    permission: isPermission(permission) ? words.permission(permission) : permission,
    rolesGiven: roleNames('granted'),
    rolesTaken: roleNames('removed'),
    created: text('created'),
    updated: text('updated'),
    assigned: text('assigned'),
    removed: text('removed'),
    count: text('count'),
    required: String(details.required === true),
    delegated: String(details.delegatedAdministration === true),
  }
}
