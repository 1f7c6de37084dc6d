import { z } from 'zod'
import { isHandoverToken } from '@/lib/core/token'
import {
  calendarDay,
  emailAddress,
  formVersion,
  identifier,
  line,
  optional,
  tick,
  timeZone,
} from '@/lib/core/vocabulary'
import { segments } from '../catalog/schema'
import { chosenOffers, sameLength } from '../orders/schema'
import { addressFields } from '../organizations/address'
import { country } from '../organizations/schema'
import { newPassword } from '../users/schema'
import { addressError, defaultDomainSuffix, prefixLength } from './rules'

/** What stands before .onmicrosoft.com; somebody who types the rest too is forgiven. */
export const domainPrefix = z
  .string({ error: 'required' })
  .max(100, { error: 'prefix' })
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .transform((text) => (text.endsWith(defaultDomainSuffix) ? text.slice(0, -defaultDomainSuffix.length) : text))
  .pipe(
    z
      .string()
      .min(1, { error: 'required' })
      .max(prefixLength, { error: 'prefix' })
      .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, { error: 'prefix' }),
  )

export const findDomainInput = z.strictObject({ prefix: domainPrefix, country: optional(country) })

const names = { firstName: line(50), lastName: line(50) }

const segment = z.enum(segments, { error: 'invalid' })

/** Such as ru-RU: language and formats of the customer. */
const culture = line(20)

/** Who agreed to the customer agreement, and when (spec 3.12). */
const signer = {
  agreedOn: optional(calendarDay),
  signerFirstName: optional(line(50)),
  signerLastName: optional(line(50)),
  signerEmail: optional(emailAddress),
}

const total = z.string({ error: 'required' }).regex(/^\d{1,12}\.\d\d$/, { error: 'invalid' })

/** What is bought: rows of the offers table. */
const purchase = {
  ...chosenOffers,
  resellerOfRecord: optional(identifier),
}

const newCustomer = {
  /** Made when the form was shown: the same submission never founds two customers. */
  nonce: identifier,
  /** The reseller associated with the customer's account; none: the provider's direct customer. */
  resellerId: optional(identifier),
  companyName: line(120),
  prefix: domainPrefix,
  country,
  segment,
  ...addressFields,
  ...names,
  email: emailAddress,
  culture,
  attested: tick,
  ...signer,
  ...purchase,
}

const oneQuantityEach = { error: 'invalid', path: ['items'] }

const fieldsOfCountry = ['city', 'state', 'postalCode', 'phoneNumber', 'organizationRegistrationNumber'] as const

/** What a country asks is told together with everything else that is wrong: required fields come to light at once. */
function withCountry<Schema extends z.ZodType>(schema: Schema): Schema {
  return fieldsOfCountry.reduce(
    (all, field) =>
      all.refine((input) => addressError(input, field) === null, {
        path: [field],
        error: ({ input }) => addressError(input, field) ?? 'invalid',
        // Even where another field could not be read.
        when: () => true,
      }),
    schema,
  )
}

export const submitNewCustomerInput = withCountry(
  // The total that the form has shown: nobody orders at a price they have not seen.
  z.strictObject({ ...newCustomer, total }).refine(sameLength, oneQuantityEach),
)

/** The form sends itself whole with every step. */
export const checkNewCustomerInput = withCountry(
  z
    .strictObject({
      step: z.enum(['account', 'subscriptions'], { error: 'invalid' }),
      ...newCustomer,
      // Of an earlier look; this one tells it anew.
      total: optional(total),
    })
    .refine(sameLength, oneQuantityEach),
)
export type NewCustomer = Omit<z.output<typeof checkNewCustomerInput>, 'step'>

export const draftNewCustomerInput = z.strictObject({ reseller: optional(identifier) })

export const customerInput = z.strictObject({ customerId: identifier })

export const attestAgreementInput = z.strictObject({
  customerId: identifier,
  agreedOn: calendarDay,
  signerFirstName: line(50),
  signerLastName: line(50),
  signerEmail: emailAddress,
})

export const changeContactInput = z.strictObject({
  customerId: identifier,
  version: formVersion,
  ...names,
  email: emailAddress,
  phoneNumber: addressFields.phoneNumber,
  culture,
})

const { phoneNumber: _phone, ...billingFields } = addressFields
export const changeBillingInput = z.strictObject({
  customerId: identifier,
  version: formVersion,
  /** Without one the segment stays: not everybody may change it. */
  segment: optional(segment),
  ...billingFields,
})

/** `portal`: mailed to the customer's contact; `self`: shown once, to be passed on. */
export const issueHandoverInput = z.strictObject({
  customerId: identifier,
  delivery: z.enum(['portal', 'self'], { error: 'invalid' }),
})

export const handoverToken = z.string().max(60, { error: 'invalid' }).refine(isHandoverToken, { error: 'invalid' })
export const viewHandoverInput = z.strictObject({ token: handoverToken })

export const acceptHandoverInput = z
  .strictObject({ token: handoverToken, newPassword, repeatedPassword: newPassword, timeZone })
  .refine((input) => input.newPassword === input.repeatedPassword, {
    error: 'password_repeat',
    path: ['repeatedPassword'],
  })
