import { versionOf } from '@/lib/core/version'
import { type Account, fromOrganization, partsOf } from '@/lib/domain/onboarding/account-steps'
import { rows } from './owner'

/** What the forms of a customer's account show at this moment, read beside the application. */
export async function accountVersions(customerId: string) {
  const [account] = await rows<Account>(
    `select segment, culture, "firstName", "lastName", "contactEmail", "phoneNumber", "addressLine1", "addressLine2", city,
       state, "postalCode", "registrationNumber"
     from "CustomerAccount" where "customerId" = $1`,
    [customerId],
  )
  const [joined] = await rows<Parameters<typeof fromOrganization>[0]>(
    'select country, "contactName", "contactEmail", "contactPhone" from "Organization" where id = $1',
    [customerId],
  )
  if (!joined) throw new Error(`There is no organization ${customerId}.`)
  const { contact, billing } = partsOf(account ?? fromOrganization(joined))
  return { contact: versionOf(contact), billing: versionOf(billing) }
}
