import type { Actor, Permission } from '@/lib/access/permissions'
import type { ErrorCode } from '@/lib/core/errors'
import type { Neighbour, Relation, World } from '../neighbourhood'
import type { OpenAccess } from '../role-matrix'

export interface Cell {
  world: World
  relation: Relation
  /** Null for one's own organization. */
  neighbour: Neighbour | null
  caller: Actor | null
}

export interface Row {
  operation: string
  /** Where one operation has several rows. */
  of?: string
  access: OpenAccess | Permission
  /** Relations of the caller's organization to the one whose rows are reached for. Without them there is no such row. */
  relations: readonly Relation[]
  input(cell: Cell): object | Promise<object>
  /** The answer to a caller who got past the door; `ok` where nothing is said. */
  answers?(cell: Cell): 'ok' | ErrorCode
  /** Marks that have to stand in the output. */
  shows?(cell: Cell): string[]
  /** Whether the output keeps quiet about a neighbour that is not a partner of ours. */
  isSilent?(output: unknown): boolean
}
