import type { AuditType } from '@/lib/core/audit'
import type { RequestFacts } from '@/lib/core/request'
import { count, rows } from './owner'
import { request } from './request'

/** What a change leaves behind: events in the record, letters in the outbox, jobs in the queue. */

export interface RecordedEvent {
  type: AuditType
  actorName: string | null
  actorOrganizationId: string | null
  actorUserId: string | null
  subjectOrganizationId: string | null
  details: Record<string, unknown>
  /** Organizations that may read it. */
  readers: string[]
}

/** A request, and the events that were recorded for it. */
export function watched(): { request: RequestFacts; events(): Promise<RecordedEvent[]> } {
  const facts = request()
  return { request: facts, events: () => eventsOf(facts.requestId ?? '') }
}

function eventsOf(requestId: string): Promise<RecordedEvent[]> {
  return rows<RecordedEvent>(
    `select e.type, e."actorName", e."actorOrganizationId", e."actorUserId", e."subjectOrganizationId", e.details,
      array(select a."organizationId"::text from "ActivityEntry" a where a."eventId" = e.id order by 1) as readers
     from "AuditEvent" e where e."requestId" = $1 order by e.id`,
    [requestId],
  )
}

/** Readers as an event lists them. */
export function readers(...organizations: { id: string }[]): string[] {
  return organizations.map(({ id }) => id).sort()
}

export interface QueuedMail {
  id: string
  letter: string
  toAddress: string | null
  recipientUserId: string | null
  invitationId: string | null
  locale: string
  status: string
  attempts: number
  lastError: string | null
  parameters: Record<string, unknown>
}

/** Letters whose delivery an organization may follow, oldest first. */
export function mailsOf(organization: { id: string }): Promise<QueuedMail[]> {
  return rows<QueuedMail>(`select * from "Mail" where "organizationId" = $1 order by id`, [organization.id])
}

/** Whether the queue holds the job that sends this letter. */
export async function isQueued(mail: { id: string }): Promise<boolean> {
  const found = await rows(`select 1 from graphile_worker.jobs where key = $1 and task_identifier = 'send-mail'`, [
    `mail:${mail.id}`,
  ])
  return found.length === 1
}

export function activePartnerships(provider: { id: string }, reseller: { id: string }): Promise<number> {
  return count('Partnership', `"providerId" = $1 and "resellerId" = $2 and status = 'active'`, [
    provider.id,
    reseller.id,
  ])
}

export function activeRelationships(partner: { id: string }, customer: { id: string }): Promise<number> {
  return count('CustomerRelationship', `"partnerId" = $1 and "customerId" = $2 and status = 'active'`, [
    partner.id,
    customer.id,
  ])
}
