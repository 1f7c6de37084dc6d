import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectDirectory = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Whether the module is the program itself and not imported by another; pass `import.meta.url`. */
export function isProgram(moduleUrl: string): boolean {
  const program = process.argv[1]
  return program !== undefined && realpathSync(program) === realpathSync(fileURLToPath(moduleUrl))
}
