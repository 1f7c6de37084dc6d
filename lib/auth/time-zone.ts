import type { Database } from '@/lib/core/db'
import { worldTime, zoneOfCountry } from '@/lib/core/time-zones'

/**
 * People see times of where they are, and they sign in from there; whoever has chosen a zone keeps it. Where no browser has ever
 * said anything, the country of the organization has to do.
 * @param browser IANA name, where the browser said one
 */
export async function noteTimeZone(db: Database, userId: string, browser: string | undefined): Promise<void> {
  const timeZone = browser ?? (await guessedZone(db, userId))
  if (timeZone) await db.user.updateMany({ where: { id: userId, timeZoneChosen: false }, data: { timeZone } })
}

async function guessedZone(db: Database, userId: string): Promise<string | null> {
  const found = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { timeZone: true, organization: { select: { country: true } } },
  })
  return found.timeZone === worldTime ? zoneOfCountry(found.organization.country) : null
}
