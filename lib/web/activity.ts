export type { AuditType } from '@/lib/core/audit'
