'use client'

import { useEffect, useRef } from 'react'
import type { AddedCustomer, NewCustomerForm, NewCustomerTexts } from '@/lib/web/new-customer'
import { type HandoverAction, HandoverForm } from '../handover-form'
import { LinkBox } from '../link-box'
import { Button, ButtonLink } from '../ui/button'
import { ButtonRow } from '../ui/button-row'
import { Card } from '../ui/card'
import { CopyControl } from '../ui/copy-control'
import { Printer } from '../ui/icons'
import { Note } from '../ui/note'
import { useLeaveWarning } from '../ui/use-leave-warning'
import { OrderCard } from './order-card'
import { StepsBar } from './steps-bar'
import { fill } from './words'

type ConfirmationProps = {
  form: NewCustomerForm
  added: AddedCustomer
  handoverAction: HandoverAction
  /** Name of the reseller the account is associated with. */
  resellerName: string | null
}

/** S1: the sign-in of the new customer, shown once, and what was ordered. */
export function Confirmation({ form, added, handoverAction, resellerName }: ConfirmationProps) {
  const { texts } = form
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useLeaveWarning(added.temporaryPassword !== null, texts.leaveSecret)
  const company = { company: added.companyName }
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="mb-3 outline-none">
        {texts.confirmation}
      </h1>
      <StepsBar
        label={texts.steps}
        steps={[texts.accountInfo, texts.subscriptions, texts.review, texts.confirmation]}
        current={3}
        doneLabel={texts.done_step}
      />
      <div className="grid max-w-210 gap-4">
        {added.temporaryPassword !== null ? (
          <Note tone="warning" title={texts.writeDown}>
            {texts.writeDownText}
          </Note>
        ) : (
          <Note title={fill(texts.alreadyTitle, company)}>{texts.alreadyText}</Note>
        )}
        <Card className="print-slip grid gap-4">
          <div>
            <h2 className="text-subtitle font-semibold">{texts.setupInfo}</h2>
            <p className="text-muted">{fill(texts.createdTitle, company)}</p>
          </div>
          <SetupInfo added={added} texts={texts} signInAddress={form.signInAddress} />
        </Card>
        <Card className="grid gap-3">
          <h2 className="text-subtitle font-semibold">{texts.handover.title}</h2>
          <p className="text-muted">{texts.handover.hint}</p>
          {form.mayHandOver ? (
            <HandoverForm
              action={handoverAction}
              customerId={added.customerId}
              email={added.contactEmail}
              texts={texts.handover}
            />
          ) : (
            <Note>{texts.handover.mayNot}</Note>
          )}
        </Card>
        <p className="text-muted">{fill(texts.contactTold, { email: added.contactEmail })}</p>
        {added.order && <OrderCard order={added.order} form={form} resellerName={resellerName} />}
        <ButtonRow>
          <ButtonLink href="/customers" variant="primary" data-leaves="">
            {texts.done}
          </ButtonLink>
          {added.temporaryPassword === null && (
            <ButtonLink href={`/customers/${added.customerId}/users`}>{texts.resetPassword}</ButtonLink>
          )}
        </ButtonRow>
      </div>
    </>
  )
}

type SetupInfoProps = { added: AddedCustomer; texts: NewCustomerTexts; signInAddress: string }

function SetupInfo({ added, texts, signInAddress }: SetupInfoProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Secret id="setup-user-name" label={texts.userName} value={added.userName} texts={texts} />
        {added.temporaryPassword !== null && (
          <Secret id="setup-password" label={texts.temporaryPassword} value={added.temporaryPassword} texts={texts} />
        )}
      </div>
      {added.temporaryPassword !== null && (
        <>
          <p className="text-muted">
            {texts.signInAt} <span className="font-mono text-code">{signInAddress}</span>. {texts.slipHint}
          </p>
          <ButtonRow className="print:hidden">
            <Button type="button" icon={<Printer />} onClick={() => window.print()}>
              {texts.printSlip}
            </Button>
          </ButtonRow>
        </>
      )}
    </>
  )
}

type SecretProps = { id: string; label: string; value: string; texts: NewCustomerTexts }

function Secret({ id, label, value, texts }: SecretProps) {
  const words = { label: texts.copy, copiedLabel: texts.copied, refusedLabel: texts.copyRefused }
  return (
    <div className="min-w-0">
      <p className="mb-1 text-caption text-muted">{label}</p>
      <LinkBox
        id={id}
        end={
          <span className="print:hidden">
            <CopyControl text={value} sourceId={id} {...words} />
          </span>
        }
      >
        {value}
      </LinkBox>
    </div>
  )
}
