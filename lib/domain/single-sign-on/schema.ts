import { z } from 'zod'
import { isSharedIssuer } from '@/lib/auth/issuer/claims'
import { mayBeAsked } from '@/lib/auth/issuer/guarded-fetch'
import { domainName, emailAddress, line, optional } from '@/lib/core/vocabulary'

export const noInput = z.strictObject({})

/** As issuers name themselves: no search, no fragment, nobody's name or password. */
const issuerAddress = line(300)
  .refine(isIssuerAddress, { error: 'issuer', abort: true })
  .refine((text) => mayBeAsked(new URL(text)), { error: 'issuer_address_refused', abort: true })
  .refine((text) => !isSharedIssuer(text), { error: 'issuer_shared' })

function isIssuerAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, search, hash, pathname } = new URL(text)
  return ['https:', 'http:'].includes(protocol) && search === '' && hash === '' && !pathname.includes('/.well-known/')
}

export const configureInput = z.strictObject({
  issuer: issuerAddress,
  clientId: line(200),
  /** Left empty, the one before stays. */
  clientSecret: optional(line(500)),
  domains: z.array(domainName).min(1, { error: 'choose_one' }).max(20, { error: 'invalid' }),
})

export const switchInput = z.strictObject({ state: z.enum(['on', 'off'], { error: 'invalid' }) })

export const requireInput = z.strictObject({ required: z.enum(['yes', 'no'], { error: 'invalid' }) })

export const unlinkInput = z.strictObject({ email: emailAddress })
