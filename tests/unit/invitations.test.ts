import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DomainError } from '@/lib/core/errors'
import { linkProvesMailbox, mayClaimDomain, registrableDomain } from '@/lib/domain/account-setup/rules'
import { assertLinkStands, invitedKind, isAddressedTo, stateOf } from '@/lib/domain/invitations/rules'
import { invitationStates } from '@/lib/domain/invitations/schema'
import { isWebMail } from '@/lib/domain/organizations/web-mail'
import { holds } from '../support/property'

describe('an addressed invitation', () => {
  test.each([
    ['is for everybody when it is an open link', null, true],
    ['is for the very person it was sent to', 'maria@alder.example', true],
    ['is for a colleague of the same domain', 'office@alder.example', true],
    ['is not for another company', 'maria@birch.example', false],
    ['is not for a domain that merely ends alike', 'maria@notalder.example', false],
    ['is not for a subdomain', 'maria@mail.alder.example', false],
    ['is not for the domain above', 'maria@example', false],
  ])('%s', (_sentence, addressee, expected) => expect(isAddressedTo(addressee, 'maria@alder.example')).toBe(expected))

  test('to a public mail service is for that very person only', () => {
    expect(isAddressedTo('maria@gmail.com', 'maria@gmail.com')).toBe(true)
    expect(isAddressedTo('maria@gmail.com', 'anton@gmail.com')).toBe(false)
    expect(isAddressedTo('anton@mail.ru', 'x@mail.ru')).toBe(false)
    expect(isWebMail('a@mail.ru')).toBe(true)
    expect(isWebMail('a@alder.example')).toBe(false)
  })
})

describe('the state of an invitation', () => {
  const now = new Date('2026-11-20T12:00:00Z')
  const moved = (milliseconds: number) => new Date(now.getTime() + milliseconds)

  test('is active until the very moment it expires', () => {
    expect(stateOf({ status: 'active', expiresAt: moved(1) }, now)).toBe('active')
    expect(stateOf({ status: 'active', expiresAt: now }, now)).toBe('expired')
    expect(stateOf({ status: 'active', expiresAt: moved(-1) }, now)).toBe('expired')
  })

  test('stays what it became, however much time passes', () =>
    holds(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...invitationStates), (offset, status) => {
        if (status === 'active' || status === 'expired') return
        expect(stateOf({ status, expiresAt: moved(offset) }, now)).toBe(status)
      }),
    ))
})

describe('the text of an invitation', () => {
  test('holds the personal link exactly once', () => {
    const codeOf = (message: string) => {
      try {
        assertLinkStands(message)
        return null
      } catch (error) {
        return error instanceof DomainError ? error.code : error
      }
    }
    expect(codeOf('Good day!\n\n{link}\n\nRegards')).toBeNull()
    expect(codeOf('Good day!')).toBe('link_missing')
    expect(codeOf('')).toBe('link_missing')
    expect(codeOf('{link} and {link}')).toBe('link_missing')
    expect(codeOf('{ link }')).toBe('link_missing')
    expect(codeOf('{LINK}')).toBe('link_missing')
  })
})

test('a partnership is for resellers, the other invitations are for customers', () => {
  expect(invitedKind('partnership')).toBe('reseller')
  expect(invitedKind('customer')).toBe('customer')
  expect(invitedKind('customerTwoParty')).toBe('customer')
})

describe('a link proves who owns a mailbox', () => {
  const link = (disclosedAt: Date | null) => ({ id: 'x', salt: 'x', replacedAt: null, disclosedAt })

  test('only when the portal mailed it to that address and the issuer never saw it', () => {
    expect(linkProvesMailbox({ addressee: 'a@b.example', link: link(null) }, 'a@b.example')).toBe(true)
    expect(linkProvesMailbox({ addressee: 'a@b.example', link: link(new Date()) }, 'a@b.example')).toBe(false)
    expect(linkProvesMailbox({ addressee: 'a@b.example', link: link(null) }, 'c@b.example')).toBe(false)
    expect(linkProvesMailbox({ addressee: null, link: link(null) }, 'a@b.example')).toBe(false)
  })
})

describe('the domain of a new organization', () => {
  test.each([
    ['vera@fir.example', 'fir.example', true],
    ['vera@mail.fir.example', 'fir.example', true],
    ['vera@fir.example', 'fir.onmicrosoft.com', true],
    ['vera@fir.example', 'birch.example', false],
    ['vera@fir.example', 'mail.fir.example', false],
    ['vera@notfir.example', 'fir.example', false],
    ['vera@gmail.com', 'gmail.com', false],
    ['vera@gmail.com', 'fir.example', false],
    ['vera@gmail.com', 'fir.onmicrosoft.com', true],
    ['vera@fir.co.uk', 'fir.co.uk', true],
    ['vera@mail.fir.co.uk', 'fir.co.uk', true],
    ['vera@mail.fir.msk.ru', 'fir.msk.ru', true],
    ['vera@fir.github.io', 'fir.github.io', true],
    ['vera@fir.onmicrosoft.com', 'fir.onmicrosoft.com', true],
    ['vera@fir.co.uk', 'co.uk', false],
    ['vera@fir.co.uk', 'uk', false],
    ['vera@fir.com', 'com', false],
    ['vera@fir.example', 'example', false],
    ['vera@mail.fir.com.au', 'com.au', false],
    ['vera@fir.spb.ru', 'spb.ru', false],
    ['vera@fir.com.ua', 'com.ua', false],
    ['vera@fir.kiev.ua', 'kiev.ua', false],
    ['vera@fir.anything.ck', 'anything.ck', false],
    ['vera@fir.anything.ck', 'fir.anything.ck', true],
    ['vera@fir.github.io', 'github.io', false],
    ['vera@fir.azurewebsites.net', 'azurewebsites.net', false],
    ['vera@fir.onmicrosoft.com', 'onmicrosoft.com', false],
    ['vera@fir.westeurope.cloudapp.azure.com', 'westeurope.cloudapp.azure.com', false],
    ['vera@fir.westeurope.cloudapp.azure.com', 'azure.com', false],
    ['vera@co.uk', 'co.uk', false],
    ['vera@github.io', 'github.io', false],
  ])('of %s: %s is %s', (email, domain, expected) => expect(mayClaimDomain(email, domain)).toBe(expected))
})

describe('the domain that a registry gave', () => {
  test.each([
    ['fir.example', 'fir.example'],
    ['a.b.fir.example', 'fir.example'],
    ['a.b.fir.co.uk', 'fir.co.uk'],
    ['fir.shibuya.tokyo.jp', 'fir.shibuya.tokyo.jp'],
    ['co.uk', null],
    ['uk', null],
    ['shibuya.tokyo.jp', null],
  ])('of %s is %s', (domain, expected) => expect(registrableDomain(domain)).toBe(expected))

  test.each(
    `co.uk org.uk ac.uk com.ru msk.ru spb.ru nov.ru net.ru org.ru com.au net.au co.jp or.jp com.br net.br co.nz com.tr co.za
    com.ua co.il co.in com.mx com.ar com.cn com.hk com.tw com.sg co.kr or.kr com.pl waw.pl co.th com.my co.id com.ph com.vn
    com.pk co.ke com.ng com.eg com.sa co.ae com.kz com.by co.at com.pt com.es com.gr co.hu com.ro co.rs com.cy
    uk.com eu.com de.com github.io gitlab.io herokuapp.com azurewebsites.net blogspot.com web.app pages.dev workers.dev
    vercel.app netlify.app appspot.com cloudfront.net s3.amazonaws.com wordpress.com wixsite.com myshopify.com narod.ru`
      .trim()
      .split(/\s+/),
  )('of a mailbox below %s is not this one', (suffix) => {
    expect(mayClaimDomain(`vera@fir.${suffix}`, suffix)).toBe(false)
    expect(mayClaimDomain(`vera@fir.${suffix}`, `fir.${suffix}`)).toBe(true)
  })

  test('is one somebody can claim, and nothing above it is', () =>
    holds(
      fc.property(fc.domain(), fc.stringMatching(/^[a-z]{3,8}$/), (domain, host) => {
        const registrable = registrableDomain(domain)
        if (registrable === null || isWebMail(`vera@${domain}`)) return
        expect(mayClaimDomain(`vera@${host}.${domain}`, registrable)).toBe(true)
        const above = registrable.slice(registrable.indexOf('.') + 1)
        expect(mayClaimDomain(`vera@${host}.${domain}`, above)).toBe(false)
      }),
    ))
})
