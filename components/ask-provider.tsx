import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Actor } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import type { ProviderVisitor } from '@/lib/web/provider-directory'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Refused } from './permitted-link'
import { ButtonLink } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { Card, CardHeader } from './ui/card'
import { TextArea } from './ui/text-area'

type AskProviderProps = {
  providerId: string
  actor: Actor | null
  visitor: ProviderVisitor | null
  /** Why asking is needless or impossible, in words. */
  refusal: string | null
  signInHref: string
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** R0, ours: "Ask this provider to invite me", or what to do first. */
export function AskProvider({ providerId, actor, visitor, refusal, signInHref, action }: AskProviderProps) {
  const t = useTranslations('directory.ask')
  const common = useTranslations('directory')
  if (!actor || !visitor)
    return (
      <Asking text={t('visitor')}>
        <ButtonLink href={signInHref} variant="primary">
          {common('signIn')}
        </ButtonLink>
        <ButtonLink href="/enroll">{t('enroll')}</ButtonLink>
      </Asking>
    )
  if (visitor.own)
    return (
      <Asking text={t('own')}>
        <ButtonLink href="/provider-card">{t('edit')}</ButtonLink>
      </Asking>
    )
  if (visitor.kind !== 'reseller') return <Asking text={t('notReseller')} />
  if (actor.vettingStatus !== 'Authorized')
    return (
      <Asking text={t('unverified')}>
        <ButtonLink href="/enroll">{t('followVerification')}</ButtonLink>
      </Asking>
    )
  if (!visitor.mayAsk)
    return (
      <Asking text={t('text')}>
        <Refused actor={actor} permission="invitationRequest.ask" label={t('submit')} />
      </Asking>
    )
  if (refusal)
    return (
      <Asking text={refusal}>
        {visitor.requestId ? (
          <ButtonLink href={`/invitation-requests/${visitor.requestId}`}>{t('seeRequest')}</ButtonLink>
        ) : null}
        {visitor.refusal === 'already_partners' ? (
          <ButtonLink href="/indirect-providers">{t('seeProviders')}</ButtonLink>
        ) : null}
      </Asking>
    )
  return <AskingForm providerId={providerId} action={action} />
}

function Asking({ text, children }: { text: ReactNode; children?: ReactNode }) {
  const t = useTranslations('directory.ask')
  return (
    <Card>
      <CardHeader title={t('title')} />
      <p className={children ? 'mb-3' : ''}>{text}</p>
      {children ? <ButtonRow>{children}</ButtonRow> : null}
    </Card>
  )
}

function AskingForm({ providerId, action }: Pick<AskProviderProps, 'providerId' | 'action'>) {
  const t = useTranslations('directory.ask')
  const ui = useTranslations('ui')
  return (
    <Card>
      <CardHeader title={t('title')} description={t('text')} />
      <Form action={action} hidden={{ providerId }} idPrefix="ask" referenceLabel={ui('errorReference')}>
        <Field name="message" label={t('message')} hint={t('messageHint')}>
          <TextArea rows={4} maxLength={1000} />
        </Field>
        <SubmitButton variant="primary" className="justify-self-start">
          {t('submit')}
        </SubmitButton>
      </Form>
    </Card>
  )
}
