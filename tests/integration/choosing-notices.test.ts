import { describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { noticeCategories } from '@/lib/core/notice-categories'
import { askForPermission } from '@/lib/domain/notifications/commands'
import { editPartnerUserRoles } from '@/lib/domain/partner-users/commands'
import { acceptPartnership, removePartnership } from '@/lib/domain/partnerships/commands'
import { chooseNotices } from '@/lib/domain/profile/commands'
import { getOwnProfile } from '@/lib/domain/profile/queries'
import { signIn } from '@/lib/domain/users/commands'
import { invitationFrom } from '../support/invitations'
import { actorOf, founded, member, type Organization, organization, person } from '../support/organizations'
import { rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { refusal } from '../support/refusal'
import { partnership } from '../support/relations'
import { request } from '../support/request'
import { allKinds } from '../support/role-matrix'

const { password } = inject('run')
const everything = [...noticeCategories]
const without = (...categories: string[]) => everything.filter((category) => !categories.includes(category))

async function told(actor: Actor): Promise<string[]> {
  const found = await rows<{ kind: string }>('select kind from "Notification" where "userId" = $1 order by id', [
    actor.userId,
  ])
  return found.map(({ kind }) => kind)
}

const letters = async (of: Organization) => (await mailsOf(of)).map(({ letter }) => letter)

/** A reseller accepts what this person of a provider sent. */
async function accepted(asking: Actor): Promise<void> {
  const { admin } = await founded('reseller')
  const { token } = await invitationFrom(asking, 'partnership')
  await acceptPartnership(admin, { token, agreed: true })
}

/** A partnership of a reseller ends, and the provider says so. */
async function removed(reseller: Organization): Promise<void> {
  const { organization: provider, admin } = await founded('provider')
  await removePartnership(admin, { partnershipId: await partnership(provider, reseller), notify: true })
}

describe('what somebody wants to be told of', () => {
  test('is everything, until they choose', async () => {
    for (const kind of allKinds) {
      const { notices } = await getOwnProfile((await founded(kind)).admin, {})
      expect(notices.length).toBeGreaterThan(1)
      expect(notices.flatMap(({ portal, mail }) => [portal, mail])).not.toContain(false)
    }
    const { organization: of, admin } = await founded('provider')
    await accepted(admin)
    expect([await told(admin), await letters(of)]).toEqual([['invitationAccepted'], ['partnershipAccepted']])
  })

  test('by mail and not in the portal, or the other way round, holds from the next event on', async () => {
    const { organization: of, admin } = await founded('provider')
    const colleague = await member(of, 'globalAdmin')
    await accepted(admin)
    await chooseNotices(admin, { portal: without('invitationAnswers'), mail: everything })
    await accepted(admin)
    expect([await told(admin), await letters(of)]).toEqual([
      ['invitationAccepted'],
      ['partnershipAccepted', 'partnershipAccepted'],
    ])
    await chooseNotices(admin, { portal: everything, mail: without('invitationAnswers') })
    await accepted(admin)
    expect((await told(admin)).length).toBe(2)
    expect((await letters(of)).length).toBe(2)
    await chooseNotices(admin, { portal: everything, mail: everything })
    await accepted(admin)
    expect([(await told(admin)).length, (await letters(of)).length]).toEqual([3, 3])
    // What one chooses is no choice of the others.
    expect((await told(colleague)).length).toBe(4)
  })

  test('holds for letters to the organization where the address is the one the person signs in with', async () => {
    const reseller = await organization('reseller')
    const contact = actorOf(await person(reseller, ['globalAdmin'], { email: reseller.contactEmail }))
    const other = await member(reseller, 'globalAdmin')
    await chooseNotices(other, { portal: [], mail: [] })
    await removed(reseller)
    expect(await letters(reseller)).toEqual(['partnershipRemoved'])
    await chooseNotices(contact, { portal: everything, mail: without('partners') })
    await removed(reseller)
    expect(await letters(reseller)).toEqual(['partnershipRemoved'])
    expect([(await told(contact)).length, (await told(other)).length]).toEqual([2, 0])
  })

  test('holds for what colleagues ask', async () => {
    const { organization: of, admin } = await founded('provider')
    const willing = await member(of, 'globalAdmin')
    await chooseNotices(admin, { portal: without('colleagues'), mail: everything })
    await askForPermission(await member(of, 'helpdeskAgent'), { permission: 'order.create' })
    expect([await told(admin), await told(willing)]).toEqual([[], ['permissionAsked']])
  })

  test('never holds for what protects an account', async () => {
    const { organization: of, admin } = await founded('provider')
    const somebody = await person(of, ['salesAgent'])
    await chooseNotices(actorOf(somebody), {})
    const levels = { agentLevel: 'adminAgent', adminLevel: 'none' } as const
    await editPartnerUserRoles(admin, { userId: somebody.id, ...levels, seen: 'salesAgent' })
    expect(await told(actorOf(somebody))).toEqual(['rolesChanged'])
    // The first browser of all is no new one.
    for (let browser = 0; browser < 2; browser += 1) await signIn(null, { email: somebody.email, password }, request())
    expect(await letters(of)).toEqual(['newDevice'])
  })

  test('is recorded with what is off, and shows on the profile', async () => {
    const { organization: of, admin } = await founded('customer')
    const watch = watched()
    await chooseNotices(admin, { portal: ['colleagues'] }, watch.request)
    expect(await watch.events()).toMatchObject([
      {
        type: 'user.noticesChosen',
        actorUserId: admin.userId,
        details: { portalOff: ['purchaseRequests'], mailOff: ['purchaseRequests', 'subscriptions'] },
        readers: readers(of),
      },
    ])
    expect((await getOwnProfile(admin, {})).notices).toEqual([
      { category: 'colleagues', portal: true, mail: null },
      { category: 'purchaseRequests', portal: false, mail: false },
      { category: 'subscriptions', portal: null, mail: false },
    ])
    expect((await getOwnProfile(await member(of), {})).notices[1]).toMatchObject({ portal: true, mail: true })
  })

  test('is refused for categories there are not, for others and for nobody', async () => {
    const { admin } = await founded('provider')
    for (const input of [{ portal: ['security'] }, { mail: 'partners' }, { userId: admin.userId }, { portal: [{}] }])
      expect(await refusal(chooseNotices(admin, input as never))).toBe('input_invalid')
    expect(await refusal(chooseNotices(null, {}))).toBe('not_signed_in')
    expect(await rows('select 1 from "NoticeChoice" where "userId" = $1', [admin.userId])).toEqual([])
  })
})
