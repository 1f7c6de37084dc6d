'use client'

import type { ReactNode } from 'react'
import type { CheckedCustomer, CountryForm, NewCustomerForm, NewCustomerTexts } from '@/lib/web/new-customer'
import { Button } from '../ui/button'
import { DescriptionList } from '../ui/description-list'
import { dayIn, fill, moneyIn } from './words'

type Total = NonNullable<CheckedCustomer['total']>

type ReviewSectionProps = {
  form: NewCustomerForm
  country: CountryForm
  /** What the form held when the step was asked for. */
  entries: FormData
  total: Total
  /** Who will administer the account. */
  partners: readonly string[]
  update: (step: 'account' | 'subscriptions') => void
}

/** Everything once more, with a way back to each part. */
export function ReviewSection({ form, country, entries, total, partners, update }: ReviewSectionProps) {
  const { texts } = form
  const value = (name: string) => String(entries.get(name) ?? '').trim()
  const joined = (...names: string[]) => names.map(value).filter(Boolean).join(', ')
  const label = (options: readonly { value: string; label: string }[], name: string) =>
    options.find((option) => option.value === value(name))?.label ?? value(name)
  const state = country.states.find((one) => one.value === value('state'))?.label
  const address = [joined('addressLine1', 'addressLine2', 'postalCode', 'city'), state, country.label]
  const recordedAs = value('resellerOfRecord') ? (partners[1] ?? '') : texts.nobodyOfRecord
  const signer = `${value('signerFirstName')} ${value('signerLastName')}, ${value('signerEmail')}`
  return (
    <>
      {/* Nobody orders at a price they have not seen. */}
      <input type="hidden" name="total" value={total.list} />
      <Part
        title={texts.accountInfo}
        action={<Update label={texts.updateAccount} texts={texts} onPress={() => update('account')} />}
      >
        <DescriptionList
          look="rows"
          items={[
            { term: texts.companyName, details: value('companyName') },
            { term: texts.domain, details: `${domainOf(value('prefix'))}` },
            { term: texts.segment, details: label(form.segments, 'segment') },
            { term: texts.address, details: address.filter(Boolean).join(', ') },
            ...(value('organizationRegistrationNumber')
              ? [{ term: country.registrationNumber?.label ?? '', details: value('organizationRegistrationNumber') }]
              : []),
            {
              term: texts.contact,
              details: `${value('firstName')} ${value('lastName')}, ${joined('email', 'phoneNumber')}`,
            },
            { term: texts.culture, details: label(country.cultures, 'culture') },
            { term: texts.administeredBy, details: partners.join(', ') },
          ]}
        />
      </Part>
      <Part
        title={texts.subscriptions}
        action={<Update label={texts.updateSubscriptions} texts={texts} onPress={() => update('subscriptions')} />}
      >
        {total.lines.length === 0 ? <p>{texts.noSubscriptions}</p> : <Lines total={total} form={form} />}
        <div className="mt-3">
          <DescriptionList
            look="rows"
            items={[
              ...(total.lines.length > 0 ? [{ term: texts.resellerOfRecord, details: recordedAs }] : []),
              {
                term: texts.agreement,
                details: entries.has('attested')
                  ? `${dayIn(form.locale, value('agreedOn'))}, ${signer}`
                  : texts.agreementNotAttested,
              },
            ]}
          />
        </div>
      </Part>
    </>
  )
}

function domainOf(typed: string): string {
  const prefix = typed.toLowerCase()
  return prefix.endsWith('.onmicrosoft.com') ? prefix : `${prefix}.onmicrosoft.com`
}

function Part({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-control border border-border p-4">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h3 className="font-semibold">{title}</h3>
        {action}
      </div>
      {children}
    </div>
  )
}

function Update({ label, texts, onPress }: { label: string; texts: NewCustomerTexts; onPress: () => void }) {
  return (
    <Button type="button" variant="subtle" aria-label={label} onClick={onPress}>
      {texts.update}
    </Button>
  )
}

function Lines({ total, form }: { total: Total; form: NewCustomerForm }) {
  const { texts, locale } = form
  const money = (amount: string) => moneyIn(locale, amount, total.currency ?? 'EUR')
  return (
    <>
      <ul className="divide-y divide-border border-border border-b">
        {total.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move
          <li key={index} className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              {line.title}
              <span className="block text-caption text-muted">
                {texts.terms.term[line.termDuration]},{' '}
                {fill(texts.billed, { cycle: texts.terms.billingCycle[line.billingCycle].toLowerCase() })}
                {line.lastDay && ` · ${fill(texts.endsWithBase, { day: line.lastDay })}`}
                {line.isPart && ` · ${texts.partOfPeriod}`}
              </span>
            </span>
            <span className="text-right tabular-nums">
              {line.isPart ? `${line.quantity} · ` : `${line.quantity} × ${money(line.listUnitPrice)} = `}
              <b>{money(line.listAmount)}</b>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap justify-between gap-x-4 font-semibold">
        <span>
          {texts.total} <span className="font-normal text-muted">({texts.firstBill})</span>
        </span>
        <span className="tabular-nums">{money(total.list)}</span>
      </p>
      <p className="flex flex-wrap justify-between gap-x-4 text-muted">
        <span>{texts.totalRetail}</span>
        <span className="tabular-nums">{money(total.retail)}</span>
      </p>
    </>
  )
}
