import type { Page } from '@playwright/test'
import { confirmContact } from '@/lib/domain/verification/commands'
import { actorOf } from '../../support/organizations'
import { agreed, contactToken, opened, rejected, writtenEvidence } from '../../support/verification'
import { company, type Person } from '../support/people'
import type { Scene } from './pages'

/** A verification as its applicant, its contact and the operator see it; and the operator's organizations. */
export async function verificationScenes(): Promise<Scene[]> {
  const operator = await company('operator', 'Tandem Operations')
  const waiting = await company('reseller', 'Alder IT GmbH')
  const refused = await company('reseller', 'Birch Cloud')
  await opened(waiting.organization)
  const caseId = await opened(refused.organization)
  await confirmContact(null, { token: await contactToken(refused.organization), ...agreed })
  await writtenEvidence(refused.organization)
  await rejected(actorOf(operator.admin), caseId)
  const reviewed = await company('reseller', 'Cedar Cloud')
  const open = await opened(reviewed.organization)
  await confirmContact(null, { token: await contactToken(reviewed.organization), ...agreed })
  const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()
  const scene =
    (who: Person, portal: boolean) =>
    (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
      ...{ name, address, title, who, portal },
      ...others,
    })
  const ours = scene(operator.admin, true)
  return [
    ours('the queue of verifications', '/verification', 'Verification'),
    ours('a filtered queue', '/verification?status=Rejected', 'Verification'),
    ours('a verification to judge', `/verification/${open}`, 'Verification'),
    ours('a rejected verification', `/verification/${caseId}`, 'Verification'),
    ours('everybody who takes part', '/organizations', 'Organizations'),
    ours('nobody found', '/organizations?search=nobody-at-all', 'Organizations'),
    ours('an organization', `/organizations/${refused.organization.id}`, 'Organization'),
    ours('a provider in the making', '/organizations/new', 'Add provider'),
    ours('a provider with mistakes', '/organizations/new', 'Add provider', { open: press('Add and invite') }),
    scene(waiting.admin, false)('a verification that waits for its contact', '/enroll/status', 'Your enrollment'),
    scene(refused.admin, false)('a verification that was rejected', '/enroll/status', 'Your enrollment'),
  ]
}
