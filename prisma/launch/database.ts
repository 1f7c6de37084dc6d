import { applicationDatabaseUrl } from '../../lib/core/env'
import { startEmbeddedPostgres } from '../embedded'
import { migrate } from '../migrate'
import { atEnd } from './lifetime'

export interface DatabaseUrls {
  owner: string
  application: string
}

/** The server named by DATABASE_URL, or the built-in one; up to date. Ends with the launcher. */
export async function openDatabase(secret: string): Promise<DatabaseUrls> {
  const owner = process.env.DATABASE_URL || (await startBuiltIn())
  const derived = applicationDatabaseUrl(owner, secret)
  const given = process.env.APPLICATION_DATABASE_URL
  // A role that somebody else has made keeps the password that somebody else has set.
  await migrate(owner, { applicationPassword: given ? undefined : new URL(derived).password })
  return { owner, application: given || derived }
}

/** Returns the owner's connection. */
export async function startBuiltIn(): Promise<string> {
  const { ownerUrl, stop } = await startEmbeddedPostgres()
  atEnd(stop)
  return ownerUrl
}
