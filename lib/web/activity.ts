export type { AuditType } from '@/lib/core/audit'
export type { Segment } from '@/lib/domain/catalog/schema'
