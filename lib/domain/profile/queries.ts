import { query } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { choicesOf } from '../notifications/choices'
import { noInput } from './schema'

/** What somebody has chosen for themselves, beside what each request knows of its person. */
export const getOwnProfile = query({
  access: 'signedIn',
  input: noInput,
  async run({ actor, db }) {
    const own = scope({ userId: actor.userId, organizationId: actor.organizationId })
    const { timeZoneChosen } = await db.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { timeZoneChosen: true },
    })
    const off = await db.noticeChoice.findFirst({ where: own, select: { portalOff: true, mailOff: true } })
    const notices = choicesOf(actor.organizationKind).map(({ category, channels }) => ({
      category,
      portal: channels.includes('portal') ? !off?.portalOff.includes(category) : null,
      mail: channels.includes('mail') ? !off?.mailOff.includes(category) : null,
    }))
    return { timeZoneChosen, notices }
  },
})
