import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectDirectory } from './entry'

// A place for PostgreSQL's programs and data when its account cannot reach the project. A link in .data remembers it, so
// the data live as long as .data does, and another checkout never finds this one's.

/** Made on first use. `reachable` tells whether the server's account gets into a directory. */
export function stagingDirectory(reachable: (path: string) => boolean, log: (line: string) => void): string {
  const link = join(projectDirectory, '.data/postgres-elsewhere')
  if (existsSync(link)) return realpathSync(link)
  const parent = ['/var/lib', '/var/tmp', tmpdir(), '/tmp'].find((path) => isUsable(path) && reachable(path))
  if (!parent) throw new Error('PostgreSQL cannot reach this directory. Move the project, or set DATABASE_URL.')
  const stage = mkdtempSync(join(parent, 'tandem-'))
  chmodSync(stage, 0o711)
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(stage, link)
  log(`PostgreSQL's account cannot reach ${projectDirectory}: its programs and data are in ${stage}.`)
  return stage
}

/** Copies the programs once per version, readable for everybody. Returns where they are. */
export function stagePrograms(programs: string, stage: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(programs), 'package.json'), 'utf8')) as { version: string }
  const home = join(stage, `postgresql-${version}`)
  if (!existsSync(home)) {
    const unfinished = mkdtempSync(join(stage, 'unfinished-'))
    cpSync(programs, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    makeReadable(unfinished)
    if (existsSync(home)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, home)
  }
  return join(home, 'native')
}

function makeReadable(path: string): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return
  chmodSync(path, status.isDirectory() || status.mode & 0o100 ? 0o755 : 0o644)
  if (status.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name))
}

function isUsable(directory: string): boolean {
  try {
    rmSync(mkdtempSync(join(directory, 'tandem-probe-')), { recursive: true })
    return true
  } catch {
    return false
  }
}
