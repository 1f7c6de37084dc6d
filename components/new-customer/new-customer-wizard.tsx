'use client'

import { useRef, useState } from 'react'
import type { NewCustomerForm } from '@/lib/web/new-customer'
import { Field } from '../form/field'
import { FormStateProvider } from '../form/form-state'
import type { HandoverAction } from '../handover-form'
import { PageHeader } from '../page-header'
import { Button, ButtonLink } from '../ui/button'
import { ButtonRow } from '../ui/button-row'
import { Note } from '../ui/note'
import { Select } from '../ui/select'
import { useAlive } from '../ui/use-alive'
import { useLeaveWarning } from '../ui/use-leave-warning'
import { AccountSection } from './account-section'
import { AgreementFields } from './agreement-fields'
import { Confirmation } from './confirmation'
import { OffersSection } from './offers-section'
import { ReviewSection } from './review-section'
import { StepSection } from './step-section'
import { StepsBar } from './steps-bar'
import { usePurchase } from './use-purchase'
import { type CheckAction, type SubmitAction, steps, useSteps } from './use-steps'
import { moneyIn } from './words'

type WizardProps = {
  form: NewCustomerForm
  title: string
  hint: string
  /** Where one came from. */
  from: { href: string; label: string }
  checkAction: CheckAction
  submitAction: SubmitAction
  handoverAction: HandoverAction
}

/** P4: a customer with its subscriptions in three steps of one form. Nothing is kept before it is submitted. */
export function NewCustomerWizard({ form, title, hint, from, checkAction, submitAction, handoverAction }: WizardProps) {
  const element = useRef<HTMLFormElement>(null)
  const alive = useAlive()
  const wizard = useSteps(element, checkAction, submitAction)
  const { step, answer, added, entries } = wizard
  // The form keeps its nonce, whatever becomes of the page around it: that is what makes a second submission harmless.
  const [nonce] = useState(typedIn(answer, 'nonce') ?? form.nonce)
  const [countryCode, setCountry] = useState(typedIn(answer, 'country') ?? form.country)
  const [resellerId, setReseller] = useState(typedIn(answer, 'resellerId') ?? form.reseller?.id ?? '')
  const [touched, setTouched] = useState(false)
  const [offers, setOffers] = useState(form.offers)
  if (wizard.shown?.offers && wizard.shown.offers !== offers) setOffers(wizard.shown.offers)
  const purchase = usePurchase(offers, answer.values)
  useLeaveWarning(touched && !added, form.texts.leaveQuestion)

  const country = form.countries.find(({ value }) => value === countryCode) ?? form.countries[0]
  const reseller = form.reseller ?? form.resellers.find(({ id }) => id === resellerId) ?? null
  if (added)
    return (
      <Confirmation form={form} added={added} handoverAction={handoverAction} resellerName={reseller?.name ?? null} />
    )
  if (!country) return null
  const { texts } = form
  const section = (name: (typeof steps)[number]) => ({
    isCurrent: step === name,
    alive,
    entered: wizard.entered,
  })
  return (
    <>
      <PageHeader title={title} description={hint} breadcrumbs={[from]} />
      <StepsBar
        label={texts.steps}
        steps={[texts.accountInfo, texts.subscriptions, texts.review, texts.confirmation]}
        current={steps.indexOf(step)}
        doneLabel={texts.done_step}
      />
      <form
        ref={element}
        action={wizard.plainSubmit}
        noValidate
        className="max-w-210"
        onInput={() => setTouched(true)}
        onSubmit={(event) => {
          event.preventDefault()
          wizard.proceed()
        }}
      >
        <input type="hidden" name="nonce" value={nonce} />
        {/* Without a script the total is told by the refusal of the first press, and agreed to with the second. */}
        {!alive && <input type="hidden" name="total" value={totalIn(answer)?.amount ?? '0.00'} />}
        <FormStateProvider state={{ errors: answer.fields, values: alive ? undefined : answer.values }}>
          <Refusal answer={answer} form={form} />
          <StepSection title={texts.accountInfo} {...section('account')}>
            <AccountSection
              form={form}
              country={country}
              onCountry={setCountry}
              resellerId={resellerId}
              onReseller={setReseller}
            />
          </StepSection>
          <StepSection title={texts.subscriptions} {...section('subscriptions')}>
            <OffersSection form={form} offers={offers} purchase={purchase} alive={alive} />
            {form.mayOrder && <ResellerOfRecord form={form} alive={alive} reseller={reseller} />}
            <AgreementFields texts={texts} mayAttest={form.mayAttest} today={form.today} />
          </StepSection>
          <StepSection
            title={texts.review}
            hint={alive ? texts.reviewHint : texts.reviewNoScript}
            {...section('review')}
          >
            {step === 'review' && entries && wizard.shown?.total && (
              <ReviewSection
                form={form}
                country={country}
                entries={entries}
                total={wizard.shown.total}
                partners={[form.providerName, ...(reseller ? [reseller.name] : [])]}
                update={wizard.enter}
              />
            )}
          </StepSection>
        </FormStateProvider>
        <Buttons wizard={wizard} texts={texts} alive={alive} cancelHref={from.href} />
      </form>
    </>
  )
}

type Answer = ReturnType<typeof useSteps>['answer']

function typedIn({ values }: Answer, name: string): string | undefined {
  const value = values?.[name]
  return typeof value === 'string' ? value : undefined
}

/** What the order comes to where the person had not seen it; null where nothing was refused because of that. */
function totalIn({ code, parameters }: Answer): { amount: string; currency: string } | null {
  if (code !== 'total_changed') return null
  return { amount: String(parameters?.total ?? '0.00'), currency: String(parameters?.currency ?? 'EUR') }
}

type Wizard = ReturnType<typeof useSteps>
type Texts = NewCustomerForm['texts']

function Refusal({ answer, form }: { answer: Wizard['answer']; form: NewCustomerForm }) {
  const { texts, mayAttest } = form
  if (answer.status !== 'failed' || !answer.message) return null
  // There is no Account page to go to yet: what is missing stands further down.
  const attestHere = answer.code === 'customer_agreement_missing' && mayAttest
  const total = totalIn(answer)
  return (
    <div className="mb-4">
      <Note tone="danger" role="alert">
        {attestHere ? texts.needsAgreement : answer.message}{' '}
        {total && (
          <strong>
            {texts.total} ({texts.firstBill}): {moneyIn(form.locale, total.amount, total.currency)}
          </strong>
        )}
        {answer.requestId && `${texts.errorReference} ${answer.requestId}`}
      </Note>
    </div>
  )
}

type ResellerOfRecordProps = { form: NewCustomerForm; alive: boolean; reseller: { id: string; name: string } | null }

/** Who earns the incentives: its own field, prefilled with the associated reseller and free to be changed (S1). */
function ResellerOfRecord({ form, alive, reseller }: ResellerOfRecordProps) {
  const { texts } = form
  const known = alive || form.reseller ? (reseller ? [reseller] : []) : form.resellers
  return (
    <Field label={texts.resellerOfRecord} name="resellerOfRecord" hint={texts.resellerOfRecordHint}>
      <Select
        key={reseller?.id}
        options={[
          { value: '', label: texts.nobodyOfRecord },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={reseller?.id ?? ''}
      />
    </Field>
  )
}

type ButtonsProps = { wizard: Wizard; texts: Texts; alive: boolean; cancelHref: string }

function Buttons({ wizard, texts, alive, cancelHref }: ButtonsProps) {
  const { step, pending } = wizard
  const label =
    !alive || step === 'review' ? texts.submit : step === 'account' ? texts.nextSubscriptions : texts.nextReview
  const before = step === 'review' ? 'subscriptions' : 'account'
  return (
    <ButtonRow>
      <Button type="submit" variant="primary" pending={pending}>
        {label}
      </Button>
      {alive && step !== 'account' && (
        <Button type="button" onClick={() => wizard.enter(before)}>
          {texts.back}
        </Button>
      )}
      <ButtonLink href={cancelHref} variant="subtle">
        {texts.cancel}
      </ButtonLink>
    </ButtonRow>
  )
}
