import type { Checklist } from '@/lib/domain/organization-profile/checklist'

/** The setup checklist as pages show it. */
export type SetupView = Checklist
