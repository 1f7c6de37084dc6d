import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectDirectory } from '@/prisma/launch/entry'
import type { ActionName } from './doors'

interface ActionManifest {
  node: Record<string, { exportedName: string; filename: string }>
  edge: Record<string, unknown>
}

function readBuild<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(projectDirectory, '.next', file), 'utf8')) as Content
}

/** The actions of the build: id, name and file. */
export function builtActions(): { id: string; name: string; file: string }[] {
  const { node, edge } = readBuild<ActionManifest>('server/server-reference-manifest.json')
  if (Object.keys(edge).length > 0) throw new Error('There are actions for the edge, and this looks at none of them.')
  return Object.entries(node).map(([id, { exportedName, filename }]) => ({ id, name: exportedName, file: filename }))
}

export function builtRoutes(): string[] {
  return Object.values(readBuild<Record<string, string>>('app-path-routes-manifest.json'))
}

let ids: Map<string, string> | undefined

/** What the browser names an action by in this build. */
export function actionId(name: ActionName): string {
  ids ??= new Map(builtActions().map((action) => [action.name, action.id]))
  const id = ids.get(name)
  if (!id) throw new Error(`The build has no action ${name}.`)
  return id
}
