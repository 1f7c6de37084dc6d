import { getTranslations } from 'next-intl/server'
import { type Actor, can } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Refused } from './permitted-link'
import { SupportContactDetails, type SupportContactFacts } from './support-contact-details'
import { Card, CardHeader } from './ui/card'
import { DescriptionList } from './ui/description-list'
import { Note } from './ui/note'
import { Select } from './ui/select'
import { TextLink } from './ui/text-link'

type Contact = SupportContactFacts & { id: string; mpnId: string | null }

export type PartnersOfSubscription = {
  id: string
  hasReseller: boolean
  /** Null where there is none, or none the reader may know. */
  reseller: Contact | null
  supportContact: Contact | null
  supportIsOwn: boolean
  lapsedContact: string | null
  /** Null for whoever may not choose. */
  resellerChoices: readonly { id: string; name: string; mpnId: string | null; signed: boolean }[] | null
  supportChoices: readonly { id: string; name: string }[] | null
}

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type SubscriptionPartnersProps = {
  partners: PartnersOfSubscription
  /** The customer whose record is open to the reader, if it is. */
  recordId: string | null
  actor: Actor
  resellerAction: Action
  supportAction: Action
}

/** Two of the four levers on the page of one subscription: who is credited, and whom the customer turns to. */
export async function SubscriptionPartners(props: SubscriptionPartnersProps) {
  const { recordId } = props
  const t = await getTranslations('levers.subscription')
  return (
    <Card aria-labelledby="partners">
      <CardHeader
        id="partners"
        title={t('title')}
        description={t('independent')}
        action={recordId && <TextLink href={`/customers/${recordId}/account`}>{t('allRights')}</TextLink>}
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] items-start gap-x-6 gap-y-5">
        <Reseller {...props} />
        <SupportContact {...props} />
      </div>
    </Card>
  )
}

async function Reseller({ partners, actor, resellerAction }: SubscriptionPartnersProps) {
  const t = await getTranslations('levers.subscription')
  const { reseller, hasReseller, resellerChoices } = partners
  const named = reseller ? withMpnId(reseller) : t(hasReseller ? 'resellerHidden' : 'resellerNone')
  if (!resellerChoices) {
    return (
      <div className="grid gap-3">
        <DescriptionList items={[{ term: t('resellerLabel'), details: named }]} look="wide" />
        <MayNot actor={actor} permission="resellerOfRecord.set" label={t('resellerChoose')} />
      </div>
    )
  }
  const listed = resellerChoices.map(({ id, signed, ...choice }) => ({
    value: id,
    label: signed ? withMpnId(choice) : t('resellerUnsigned', { reseller: withMpnId(choice) }),
    // The one that stands stays in the list even if it could no longer be chosen.
    disabled: !signed && id !== reseller?.id,
  }))
  const standing = reseller && !listed.some(({ value }) => value === reseller.id)
  return (
    <Form
      action={resellerAction}
      hidden={{ subscriptionId: partners.id }}
      idPrefix="reseller"
      referenceLabel={t('reference')}
    >
      <Field
        name="resellerId"
        label={t('resellerLabel')}
        hint={listed.length > 0 ? t('resellerEffect') : t('resellerNobody')}
      >
        <Select
          placeholder={t('resellerNone')}
          defaultValue={reseller?.id ?? ''}
          options={standing ? [{ value: reseller.id, label: named, disabled: true }, ...listed] : listed}
        />
      </Field>
      <Submit label={t('submit')} />
    </Form>
  )
}

async function SupportContact({ partners, actor, supportAction }: SubscriptionPartnersProps) {
  const t = await getTranslations('levers.subscription')
  const { supportContact: contact, supportChoices, supportIsOwn, lapsedContact } = partners
  return (
    <div className="grid gap-3">
      {lapsedContact ? <Note tone="warning">{t('lapsed', { partner: lapsedContact })}</Note> : null}
      {supportChoices ? (
        <Form
          action={supportAction}
          hidden={{ subscriptionId: partners.id }}
          idPrefix="support"
          referenceLabel={t('reference')}
        >
          <Field
            name="partnerId"
            label={t('supportLabel')}
            hint={supportChoices.length > 1 ? t('supportEffect') : t('supportNobody')}
          >
            <Select
              defaultValue={contact?.id ?? ''}
              options={supportChoices.map(({ id, name }) => ({
                value: id,
                label: id === actor.organizationId ? `${name} (${t('supportOwn')})` : name,
              }))}
            />
          </Field>
          <Submit label={t('submit')} />
        </Form>
      ) : (
        <div>
          <p className="font-semibold">{t('supportLabel')}</p>
          {actor.organizationKind === 'customer' ? (
            <p className="text-caption text-muted">{t('supportForCustomer')}</p>
          ) : null}
        </div>
      )}
      {contact ? (
        <SupportContactDetails contact={contact} own={supportIsOwn} />
      ) : (
        <p className="text-muted">{t('supportHidden')}</p>
      )}
      {supportChoices ? null : <MayNot actor={actor} permission="supportContact.set" label={t('supportChoose')} />}
    </div>
  )
}

/** To people of a provider who lack the role: who has it. To everybody else the choice does not exist. */
function MayNot(props: { actor: Actor; permission: 'resellerOfRecord.set' | 'supportContact.set'; label: string }) {
  if (props.actor.organizationKind !== 'provider' || can(props.actor, props.permission)) return null
  return <Refused {...props} />
}

function Submit({ label }: { label: string }) {
  return (
    <div>
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </div>
  )
}

function withMpnId({ name, mpnId }: { name: string; mpnId: string | null }): string {
  return mpnId ? `${name} (${mpnId})` : name
}
