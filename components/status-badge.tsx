import { Badge, type Tone } from './ui/badge'

// The only place that knows which status has which colour.
const tones = {
  active: 'success',
  accepted: 'success',
  authorized: 'success',
  granted: 'success',
  submitted: 'success',
  resolved: 'success',
  completed: 'success',
  approved: 'success',

  pending: 'info',
  sent: 'info',
  delivered: 'info',
  opened: 'info',
  queued: 'info',
  invited: 'info',
  open: 'info',
  forwarded: 'info',

  missing: 'warning',
  expiring: 'warning',
  underReview: 'warning',

  declined: 'danger',
  failed: 'danger',
  suspended: 'danger',
  rejected: 'danger',

  expired: 'neutral',
  revoked: 'neutral',
  replaced: 'neutral',
  ended: 'neutral',
  notGranted: 'neutral',
  disabled: 'neutral',
  deleted: 'neutral',
  withdrawn: 'neutral',
  draft: 'neutral',
} as const satisfies Record<string, Tone>

export type Status = keyof typeof tones

/** `status` decides the colour (an unknown one is grey), `label` is the word beside it. */
export function StatusBadge({ status, label }: { status: Status | (string & {}); label: string }) {
  return <Badge tone={isStatus(status) ? tones[status] : 'neutral'}>{label}</Badge>
}

function isStatus(status: string): status is Status {
  return Object.hasOwn(tones, status)
}
