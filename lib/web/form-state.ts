import type { ErrorCode, ErrorParameters } from '@/lib/core/errors'
import type { WayOut } from './way-out'

/** What a form action answers, in the reader's language. Typed values come back, secrets never do. */
export interface FormState<Shown = unknown> {
  status: 'idle' | 'failed' | 'done'
  code?: ErrorCode
  /** The HTTP status the refusal stands for. */
  httpStatus?: number
  message?: string
  /** What the message counts or names, such as the total that has changed. */
  parameters?: ErrorParameters
  /** A page that opens beside the form and removes the reason of the refusal, so that the same can be sent again. */
  wayOut?: WayOut
  /** What is wrong, by field. */
  fields?: Record<string, string>
  /** What was typed, to fill the form again; a list where a name ended in []. */
  values?: Record<string, string | string[]>
  /** What the action has to show, such as a link that is shown once. */
  shown?: Shown
  /** For whoever looks after the portal; only for what nobody expected. */
  requestId?: string
}
