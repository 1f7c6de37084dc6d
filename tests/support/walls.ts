import type { OrganizationKind } from '@/lib/access/permissions'
import { digest } from './digest'
import { expectations } from './expectations/all'
import type { Row } from './expectations/row'
import { type World, world } from './neighbourhood'
import { type AnyOperation, allOperations } from './operations'
import { admission } from './role-matrix'
import { applicable, call, expected, leak } from './sweep'

/** The part of the sweep that is about relations, for when one of the two walls is taken away: what does the other hold back? */

export interface Siege {
  cells: number
  leaks: string[]
}

const kinds: OrganizationKind[] = ['provider', 'reseller', 'customer']

export async function besiege(only: (operation: AnyOperation) => boolean = () => true): Promise<Siege> {
  const operations = await allOperations()
  const siege: Siege = { cells: 0, leaks: [] }
  for (const kind of kinds) {
    const made = await world(kind)
    for (const row of expectations) {
      const operation = operations.get(row.operation)
      if (operation && only(operation)) await besiegeRow(row, operation, made, siege)
    }
  }
  return siege
}

/** Foreign rows only: what one's own organization and its active partners own is not behind the wall. */
async function besiegeRow(row: Row, operation: AnyOperation, made: World, siege: Siege): Promise<void> {
  for (const relation of applicable(row, made)) {
    if (relation === 'own') continue
    const near = made.neighbours[relation]
    const input = await row.input({ world: made, relation, neighbour: near, caller: null })
    for (const { name, actor } of made.principals.filter(
      ({ actor: caller }) => admission(row.access, caller) === 'ok',
    )) {
      const cell = { world: made, relation, neighbour: near, caller: actor }
      const mayPass = expected(row, cell) === 'ok'
      if (mayPass && operation.operation === 'command') continue
      const before = await digest(near.hidden)
      const { code, output } = await call(operation, cell, input)
      siege.cells += 1
      const say = (what: string) =>
        siege.leaks.push(`${row.operation} ${row.of ?? ''}, ${name} of a ${made.me.kind}, ${relation}: ${what}`)
      if (code === 'ok' && !mayPass) say('it was answered')
      const given = code === 'ok' ? leak(row, cell, output) : null
      if (given) say(given)
      if ((await digest(near.hidden)) !== before) say('rows were changed')
    }
  }
}
