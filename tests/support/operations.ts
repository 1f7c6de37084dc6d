import type { Access, Actor } from '@/lib/access/permissions'
import type { RequestFacts } from '@/lib/core/request'
import { filesIn, root } from './source-tree'

/** Every operation of the domain, found in the sources and not on a list somebody keeps. */

export interface AnyOperation {
  (actor: Actor | null, input: unknown, request?: RequestFacts): Promise<unknown>
  operation: 'query' | 'command'
  access: Access
  unaudited?: string
}

/** By name, such as `partnerships.acceptPartnership`. */
export async function allOperations(): Promise<Map<string, AnyOperation>> {
  const found = new Map<string, AnyOperation>()
  for (const file of filesIn('lib/domain').filter((each) => /\/(queries|commands)\.ts$/.test(each))) {
    const module_ = (await import(/* @vite-ignore */ `${root}${file}`)) as Record<string, unknown>
    const noun = file.split('/')[2]
    for (const [name, value] of Object.entries(module_)) if (isOperation(value)) found.set(`${noun}.${name}`, value)
  }
  return found
}

/** Operations that stand in files the enumeration does not look into. */
export async function hiddenOperations(): Promise<string[]> {
  const elsewhere = filesIn('lib').filter(
    (file) => /\.tsx?$/.test(file) && !/\/(queries|commands)\.ts$/.test(file) && !file.startsWith('lib/web/'),
  )
  const found: string[] = []
  for (const file of elsewhere) {
    const module_ = (await import(/* @vite-ignore */ `${root}${file}`)) as Record<string, unknown>
    found.push(
      ...Object.entries(module_)
        .filter(([, value]) => isOperation(value))
        .map(([name]) => `${file}: ${name}`),
    )
  }
  return found
}

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'function' && 'operation' in value && 'access' in value
}
