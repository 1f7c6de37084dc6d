import { uuidv7 } from 'uuidv7'
import { relations } from '../neighbourhood'
import { newMark } from '../organizations'
import { agreementRows } from './agreements'
import { catalogRows } from './catalog'
import { directoryRows } from './directory'
import { enrollmentRows } from './enrollment'
import { incentiveRows } from './incentives'
import { invitationRows } from './invitations'
import { leverRows } from './levers'
import { onboardingRows } from './onboarding'
import { orderRows } from './orders'
import { organizationProfileRows } from './organization-profile'
import { notificationRows, organizationRows, partnerUserRows, userRows } from './organizations-and-people'
import { peopleAndLicensesRows } from './people-and-licenses'
import { profileRows } from './profile'
import { customerRows, partnershipRows } from './relationships'
import { requestRows } from './requests'
import type { Row } from './row'
import { securityRows } from './security'
import { singleSignOnRows } from './single-sign-on'
import { demoClockRows, subscriptionRows } from './subscriptions'
import { always, customerId, empty, ofVisibleCustomer, self, token } from './targets'
import { verificationRows } from './verification'

const otherRows: Row[] = [
  {
    operation: 'account-setup.beginAccountSetup',
    access: 'public',
    relations: ['stranger'],
    input: async (cell) => ({
      token: await token(cell, 'partnership'),
      organizationName: 'N',
      domain: `${newMark()}.example`,
      country: 'DE',
      fullName: 'N',
      email: 'a@b.example',
      password: 'a bicycle made of glass',
      locale: 'en',
    }),
    answers: always('invitation_wrong_kind'),
  },
  {
    operation: 'account-setup.confirmAccountSetup',
    access: 'public',
    relations: self,
    input: () => ({ token: `acc_${'A'.repeat(43)}` }),
    answers: always('invitation_unknown'),
  },
  {
    operation: 'account-setup.viewAccountSetup',
    access: 'public',
    relations: self,
    input: () => ({ token: `acc_${'A'.repeat(43)}` }),
  },
  { operation: 'activity.listActivity', access: 'activity.list', relations, input: empty },
  {
    operation: 'activity.listActivity',
    of: 'a customer',
    access: 'activity.list',
    relations,
    input: customerId,
    answers: ofVisibleCustomer,
  },
  { operation: 'home.getHome', access: 'signedIn', relations, input: empty },
  { operation: 'mailbox.listMailbox', access: 'public', relations: self, input: empty },
  {
    operation: 'mailbox.getMailboxMessage',
    access: 'public',
    relations: self,
    input: () => ({ messageId: uuidv7() }),
    answers: always('not_found'),
  },
]

/**
 * What every operation answers to whom, typed from the specification. The sweep compares it with what happens; an
 * operation without a row here fails.
 */
export const expectations: readonly Row[] = [
  // First: rows further down sell to neighbours in every relation, and a list of subscriptions would rightly show them.
  ...subscriptionRows,
  ...demoClockRows,
  ...organizationRows,
  ...userRows,
  ...partnerUserRows,
  ...notificationRows,
  ...securityRows,
  ...singleSignOnRows,
  ...agreementRows,
  ...invitationRows,
  ...partnershipRows,
  ...customerRows,
  ...onboardingRows,
  ...peopleAndLicensesRows,
  ...requestRows,
  ...catalogRows,
  ...orderRows,
  ...leverRows,
  ...incentiveRows,
  ...enrollmentRows,
  ...directoryRows,
  ...verificationRows,
  ...organizationProfileRows,
  ...otherRows,
  // Last: from here on people have another name.
  ...profileRows,
]
