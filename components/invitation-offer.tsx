import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import type { InvitationView } from '@/lib/web/invitation-view'
import { ConsentForm } from './form/consent-form'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { InvitationHead } from './invitation-head'
import { RightsList } from './rights-list'
import { ButtonRow } from './ui/button-row'
import { Card } from './ui/card'
import { Dialog } from './ui/dialog'
import { DialogButton } from './ui/dialog-button'
import { Note } from './ui/note'
import { TextInput } from './ui/text-input'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type InvitationOfferProps = {
  offer: InvitationView
  agreementStands: boolean
  actor: Actor
  token: string
  acceptAction: Action
  declineAction: Action
  signOutAction: (formData: FormData) => void
}

/** Who asks, what for, and for which organization one would say yes: before the button, in plain words. */
export async function InvitationOffer({
  offer,
  agreementStands,
  actor,
  token,
  acceptAction,
  declineAction,
  signOutAction,
}: InvitationOfferProps) {
  const [t, locale] = await Promise.all([getTranslations('invitations'), getLocale()])
  const partnership = offer.kind === 'partnership'
  const names = { issuer: offer.issuer.name, organization: actor.organizationName, second: offer.second?.name ?? '' }
  const bold = { b: (chunks: React.ReactNode) => <b>{chunks}</b> }
  return (
    <>
      <Card padding="wide" as="div">
        <InvitationHead
          offer={offer}
          to={{ id: actor.organizationId, name: actor.organizationName }}
          locale={locale}
          timeZone={actor.timeZone}
        />
        <Note>
          <span>{t.rich('acceptingFor', { organization: actor.organizationName, email: actor.email, ...bold })}</span>{' '}
          <form action={signOutAction} className="inline">
            <input type="hidden" name="returnTo" value={`/invite/${token}`} />
            <button type="submit" className="text-accent underline underline-offset-2">
              {t('notYou')}
            </button>
          </form>
        </Note>
        <h2 className="mt-5 mb-3">{t(`whenYouAuthorize.${offer.kind}`, names)}</h2>
        <RightsList rights={await rightsOf(offer)} />
        <ConsentForm
          action={acceptAction}
          hidden={{ token }}
          referenceLabel={t('composer.reference')}
          submitLabel={t(`authorize.${offer.kind}`)}
          ticks={[
            ...(partnership || agreementStands
              ? []
              : [{ name: 'agreement', label: t('agreementTick'), hint: t('agreementHint') }]),
            { name: 'agreed', label: t(`understand.${offer.kind}`, names) },
          ]}
        >
          {offer.single ? (
            <DialogButton dialogId="decline" size="large">
              {t('decline')}
            </DialogButton>
          ) : null}
        </ConsentForm>
      </Card>
      <p className="text-center text-caption text-muted">
        {t('questions', {
          contact: [offer.contact.name, offer.contact.email, offer.contact.phone].filter(Boolean).join(', '),
        })}
      </p>
      {offer.single ? (
        <Dialog id="decline" title={t('declineTitle', names)} closeLabel={t('close')}>
          <Form action={declineAction} hidden={{ token }} idPrefix="decline" referenceLabel={t('composer.reference')}>
            <p>{t('declineText')}</p>
            <Field label={t('declineReason')} name="reason" hint={t('declineReasonHint')}>
              <TextInput maxLength={300} />
            </Field>
            <ButtonRow end>
              <SubmitButton variant="danger">{t('declineConfirm')}</SubmitButton>
            </ButtonRow>
          </Form>
        </Dialog>
      ) : null}
    </>
  )
}

async function rightsOf(offer: InvitationView) {
  const [partnerships, customers] = await Promise.all([getTranslations('partnerships'), getTranslations('customers')])
  if (offer.kind === 'partnership') {
    return (['order', 'administer'] as const)
      .map((right) => ({ text: partnerships(`granted.${right}`), granted: true }))
      .concat({ text: partnerships('granted.others'), granted: false })
  }
  const provider = offer.second ?? (offer.issuer.kind === 'provider' ? offer.issuer : null)
  const reseller = offer.issuer.kind === 'reseller' ? offer.issuer : null
  return [
    ...(reseller ? [{ text: customers('granted.reseller', { partner: reseller.name }), granted: true }] : []),
    ...(provider ? [{ text: customers('granted.provider', { partner: provider.name }), granted: true }] : []),
    {
      text: customers(offer.includeDelegatedAdministration ? 'granted.delegated' : 'granted.notDelegated'),
      granted: offer.includeDelegatedAdministration,
    },
    { text: customers('granted.others'), granted: false },
  ]
}
