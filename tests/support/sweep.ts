import type { ErrorCode } from '@/lib/core/errors'
import { DomainError } from '@/lib/core/errors'
import { digest } from './digest'
import type { Cell, Row } from './expectations/row'
import { neighbour, type Relation, type World } from './neighbourhood'
import type { AnyOperation } from './operations'
import type { Organization } from './organizations'
import { request } from './request'
import { admission } from './role-matrix'

/** Calls operations as everybody, in every relation, and collects what differs from the expectation. */

export interface Outcome {
  cells: number
  notApplicable: number
  wrong: string[]
}

/** The relations a caller of this kind of organization can stand in. An operator stands in none. */
export function applicable(row: Row, { me }: World): Relation[] {
  return row.relations.filter((relation) => me.kind !== 'operator' || relation === 'own' || relation === 'stranger')
}

export async function sweepRow(row: Row, operation: AnyOperation, world: World): Promise<Outcome> {
  const outcome: Outcome = {
    cells: 0,
    notApplicable: (6 - applicable(row, world).length) * world.principals.length,
    wrong: [],
  }
  for (const relation of applicable(row, world)) {
    const near = relation === 'own' ? null : world.neighbours[relation]
    const usual = await row.input({ world, relation, neighbour: near, caller: null })
    for (const { name, actor } of world.principals) {
      const cell = { world, relation, neighbour: near, caller: actor }
      const complaint = await check(row, operation, cell, usual)
      outcome.cells += 1
      if (complaint) outcome.wrong.push(`${name} of a ${world.me.kind}, ${relation}: ${complaint}`)
    }
  }
  return outcome
}

/** What the specification says this cell answers. */
export function expected(row: Row, cell: Cell): 'ok' | ErrorCode {
  const atTheDoor = admission(row.access, cell.caller)
  return atTheDoor === 'ok' ? (row.answers?.(cell) ?? 'ok') : atTheDoor
}

async function check(row: Row, operation: AnyOperation, cell: Cell, usual: object): Promise<string | null> {
  const answer = expected(row, cell)
  if (answer === 'ok' && operation.operation === 'command') return checkChange(row, operation, cell)
  if (operation.operation === 'query') return checkRead(row, operation, cell, usual, answer)
  const before = await digest(everybody(cell.world))
  const given = await call(operation, cell, usual)
  if (given.code !== answer) return `${answer} was expected, ${given.code} was answered`
  return (await digest(everybody(cell.world))) === before ? null : `${answer} was answered, but rows have changed`
}

/** A change that is allowed gets rows nobody has used up. */
async function checkChange(row: Row, operation: AnyOperation, cell: Cell): Promise<string | null> {
  const { world, relation } = cell
  const fresh = { ...cell, neighbour: relation === 'own' ? null : await neighbour(world.me, relation) }
  const { code } = await call(operation, fresh, await row.input(fresh))
  return code === 'ok' ? null : `it should be allowed, ${code} was answered`
}

async function checkRead(
  row: Row,
  operation: AnyOperation,
  cell: Cell,
  input: object,
  answer: string,
): Promise<string | null> {
  const { code, output } = await call(operation, cell, input)
  if (code !== answer) return `${answer} was expected, ${code} was answered`
  if (code !== 'ok') return null
  const text = JSON.stringify(output ?? null)
  const shown = row.shows?.(cell) ?? []
  const absent = shown.filter((mark) => !text.includes(mark))
  if (absent.length > 0) return `${absent.join()} is missing`
  return leak(row, cell, output)
}

/** What an output gives away of a neighbour that is none of the caller's business; null when nothing. */
export function leak(row: Row, cell: Cell, output: unknown): string | null {
  const { relation, neighbour: near, world } = cell
  if (!near || relation === 'active') return null
  const text = JSON.stringify(output ?? null)
  const shown = row.shows?.(cell) ?? []
  const given = near.hidden.filter(
    ({ mark, id }) => !shown.includes(mark) && (text.includes(mark) || text.includes(id)),
  )
  if (given.length > 0) return `it gives away ${given.map(({ kind }) => kind).join()}`
  const isPartner = near.partner.id === world.neighbours.active.partner.id
  return row.isSilent && !isPartner && !row.isSilent(output)
    ? 'it answers a question about somebody who is no partner'
    : null
}

export async function call(
  operation: AnyOperation,
  { caller }: Cell,
  input: object,
): Promise<{ code: string; output?: unknown }> {
  try {
    // A long sweep must not outlive the proof of who the caller is.
    const fresh = caller && { ...caller, confirmedAt: new Date() }
    return { code: 'ok', output: await operation(fresh, input, request()) }
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code }
    return {
      code: `an error that is no refusal (${error instanceof Error ? error.message.split('\n').at(-1) : error})`,
    }
  }
}

/** Every organization of the world. */
export function everybody({ me, neighbours }: World): Organization[] {
  return [me, ...Object.values(neighbours).flatMap(({ partner, customer, hidden }) => [partner, customer, ...hidden])]
}
