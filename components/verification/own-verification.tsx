import { useTranslations } from 'next-intl'
import type { FormDoor, OwnVerification } from '@/lib/web/verification'
import { Field } from '../form/field'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { StatusBadge } from '../status-badge'
import { Card, CardHeader } from '../ui/card'
import { LocalTime } from '../ui/local-time'
import { Note } from '../ui/note'
import { TextArea } from '../ui/text-area'
import { ContactLetter } from './contact-letter'
import { Conversation } from './conversation'
import { EvidenceForm } from './evidence-form'
import { VerificationHistory } from './history'
import { type StepState, VerificationSteps } from './steps'

type OwnVerificationProps = {
  verification: OwnVerification
  states: readonly StepState[]
  decision: StepState
  actions: Record<'resend' | 'change' | 'send' | 'write' | 'ask', FormDoor>
  /** In bytes. */
  limit: number
  locale: string
  timeZone: string
}

/** Where the verification of one's own company stands, whose turn it is, and everything one can do about it. */
export function OwnVerificationView(props: OwnVerificationProps) {
  const { verification, states, decision, actions, limit, locale, timeZone } = props
  const t = useTranslations('verification')
  const { declared, status, turn, openedAt, deeds, entries } = verification
  const zone = { locale, timeZone }
  return (
    <>
      <Card padding="wide" as="div">
        <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="[overflow-wrap:anywhere]">{t('own.title', { name: declared.name })}</h1>
          <StatusBadge status={badgeOf[status]} label={t(`statuses.${status}`)} />
        </div>
        <p className="mb-1">{t(`own.turn.${turn}`, { email: declared.contactEmail })}</p>
        <p className="mb-5 text-caption text-muted">
          {t.rich('own.since', { when: () => <LocalTime value={openedAt} {...zone} /> })}
        </p>
        <Rejection verification={verification} {...zone} />
        <VerificationSteps checks={verification.checks} states={states} decision={decision} />
      </Card>
      {deeds.askForReview ? (
        <Card>
          <CardHeader title={t('own.askTitle')} description={t('own.askText')} />
          <Form action={actions.ask} idPrefix="ask" referenceLabel={t('reference')}>
            <Field name="text" label={t('own.askComment')}>
              <TextArea rows={2} maxLength={2000} />
            </Field>
            <SubmitButton className="justify-self-start">{t('own.ask')}</SubmitButton>
          </Form>
        </Card>
      ) : null}
      {status === 'Authorized' ? null : (
        <>
          {turn === 'contact' ? <ContactLetter verification={verification} actions={actions} /> : null}
          <EvidenceForm verification={verification} action={actions.send} limit={limit} {...zone} />
          {turn === 'contact' ? null : <ContactLetter verification={verification} actions={actions} />}
        </>
      )}
      <Card>
        <CardHeader title={t('own.threadTitle')} description={t('own.threadText')} />
        <Conversation entries={entries} action={status === 'Authorized' ? null : actions.write} {...zone} />
      </Card>
      <Card>
        <CardHeader title={t('history.title')} />
        <VerificationHistory entries={entries} {...zone} />
      </Card>
    </>
  )
}

export const badgeOf = {
  AwaitingContact: 'pending',
  InReview: 'underReview',
  Authorized: 'authorized',
  Rejected: 'rejected',
} as const

type RejectionProps = Pick<OwnVerificationProps, 'verification' | 'locale' | 'timeZone'>

function Rejection({ verification, ...zone }: RejectionProps) {
  const t = useTranslations('verification.own')
  const { status, reason, decidedAt, decidedByName } = verification
  if (status !== 'Rejected' || !reason) return null
  return (
    <div className="mb-5">
      <Note tone="danger" title={t('reason')}>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{reason}</p>
        {decidedAt ? (
          <p className="text-caption text-muted">
            {decidedByName}, <LocalTime value={decidedAt} {...zone} />
          </p>
        ) : null}
      </Note>
    </div>
  )
}
