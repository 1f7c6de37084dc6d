import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { switchedOff } from '../notifications/choices'
import { nameColumns } from '../organizations/steps'
import { chooseNoticesInput, chooseTimeZoneInput, renameSelfInput } from './schema'

/**
 * Another name for oneself, as user management gives it to others. Of two at once the later one stays, and the record has both.
 * @throws DomainError `input_invalid`
 */
export const renameSelf = command({
  access: 'signedIn',
  input: renameSelfInput,
  async run({ actor: { userId }, input: { fullName }, db, audit, repeats }) {
    const [before] = await db.$queryRaw<{ fullName: string; email: string }[]>`
      select "fullName", email from "User" where id = ${userId}::uuid for no key update`
    if (!before) throw new DomainError('not_found')
    if (before.fullName === fullName) return repeats()
    await db.user.update({ where: { id: userId }, data: nameColumns(fullName, before.email), select: { id: true } })
    await audit('user.renamed', { userId, fullName, before: before.fullName })
  },
})

/**
 * The zone whose clock and calendar all pages show; without one, that of the browser.
 * @throws DomainError `input_invalid`
 */
export const chooseTimeZone = command({
  access: 'signedIn',
  input: chooseTimeZoneInput,
  unaudited: 'Whose clock a person reads concerns nobody else.',
  async run({ actor, input, db }) {
    const timeZone = input.chosen ?? input.timeZone
    await db.user.update({
      where: { id: actor.userId },
      data: { timeZoneChosen: input.chosen !== undefined, ...(timeZone ? { timeZone } : {}) },
      select: { id: true },
    })
  },
})

/**
 * What the person is told of, and where; holds from the next event on. Recorded, because colleagues may wonder why nobody saw
 * something.
 * @throws DomainError `input_invalid`
 */
export const chooseNotices = command({
  access: 'signedIn',
  input: chooseNoticesInput,
  async run({ actor: { userId, organizationId, organizationKind }, input, db, audit }) {
    const portalOff = switchedOff(organizationKind, 'portal', input.portal ?? [])
    const mailOff = switchedOff(organizationKind, 'mail', input.mail ?? [])
    await db.noticeChoice.upsert({
      where: { userId },
      create: { userId, organizationId, portalOff, mailOff },
      update: { portalOff, mailOff },
      select: { userId: true },
    })
    await audit('user.noticesChosen', { portalOff, mailOff })
  },
})
