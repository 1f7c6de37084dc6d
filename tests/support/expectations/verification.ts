import { uuidv7 } from 'uuidv7'
import { pdf } from '../evidence'
import { relations } from '../neighbourhood'
import { newMark } from '../organizations'
import { allPassed, applicant, inReview, rejected, underWay, writtenEvidence } from '../verification'
import type { Cell, Row } from './row'
import { always, empty, self } from './targets'

const verified = ({ world: { me } }: Cell) => me.kind === 'provider' || me.kind === 'reseller'

/** The company's own verification, where its kind is verified at all. */
async function own(cell: Cell): Promise<void> {
  if (verified(cell)) await underWay(cell.world.me)
}

const ofOwn = (operation: string, access: Row['access'], input: () => object, answers?: Row['answers']): Row => ({
  operation: `verification.${operation}`,
  access,
  relations: self,
  input: async (cell) => {
    await own(cell)
    return input()
  },
  ...(answers ? { answers } : {}),
})

const reviewing = (operation: string, input: () => Promise<object>, answers?: Row['answers']): Row => ({
  operation: `verification-review.${operation}`,
  access: 'verification.review',
  relations: self,
  input,
  ...(answers ? { answers } : {}),
})

const caseId = async () => ({ caseId: (await applicant()).caseId })

export const verificationRows: Row[] = [
  {
    operation: 'verification.listVerifications',
    access: 'verification.list',
    relations: self,
    input: empty,
  },
  { operation: 'verification.getVerification', access: 'verification.review', relations: self, input: caseId },
  {
    operation: 'verification.getVerification',
    of: 'nobody',
    access: 'verification.review',
    relations: self,
    input: () => ({ caseId: uuidv7() }),
    answers: always('not_found'),
  },
  {
    operation: 'verification.findOwnVerification',
    access: 'verification.answer',
    relations,
    input: async (cell) => {
      await own(cell)
      if (cell.neighbour) await writtenEvidence(cell.neighbour.partner)
      return {}
    },
    shows: ({ world }) => [world.me.mark],
  },
  {
    operation: 'verification.getEvidence',
    access: 'verification.view',
    relations,
    input: async ({ world, neighbour }) => ({ evidenceId: await writtenEvidence(neighbour?.partner ?? world.me) }),
    // To the operator every company's, to a company its own.
    answers: ({ world: { me }, relation }) => (me.kind === 'operator' || relation === 'own' ? 'ok' : 'not_found'),
    shows: ({ world: { me }, neighbour }) => (me.kind === 'operator' && neighbour ? [neighbour.partner.mark] : []),
  },
  ofOwn('resendContactLetter', 'verification.answer', empty),
  ofOwn('changeContact', 'verification.answer', () => ({ contactName: 'C', contactEmail: `c@${newMark()}.example` })),
  ofOwn('writeToOperator', 'verification.answer', () => ({ text: 'Hello' })),
  ofOwn('sendEvidence', 'verification.answer', () => ({
    check: 'BusinessVerification',
    file: { name: 'extract.pdf', content: pdf() },
  })),
  ofOwn('askForReview', 'verification.answer', empty, always('stale')),
  {
    operation: 'verification.viewContactConfirmation',
    access: 'public',
    relations: self,
    input: () => ({ token: `con_${'A'.repeat(43)}` }),
  },
  {
    operation: 'verification.confirmContact',
    access: 'public',
    relations: self,
    input: () => ({ token: `con_${'A'.repeat(43)}`, signedUp: 'on', companyAddress: 'on' }),
    answers: always('contact_link_unknown'),
  },
  reviewing('judgeCheck', async () => ({
    ...(await caseId()),
    check: 'BusinessVerification',
    was: 'Waiting',
    verdict: 'Passed',
  })),
  reviewing('approveVerification', async () => {
    const made = await inReview()
    await allPassed(made.reviewer, made.caseId)
    return { caseId: made.caseId }
  }),
  reviewing(
    'rejectVerification',
    async () => {
      const made = await inReview()
      await rejected(made.reviewer, made.caseId)
      return { caseId: made.caseId, reason: 'No' }
    },
    always('stale'),
  ),
  reviewing('writeToApplicant', async () => ({ ...(await caseId()), text: 'Hello' })),
]
