import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Actor, can } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import { EmptyState } from './empty-state'
import { type LeverSubject, OwnershipButton } from './lever-ownership'
import { OrganizationMark } from './organization-mark'
import { Card, CardHeader } from './ui/card'
import { LocalTime } from './ui/local-time'
import { Note } from './ui/note'
import { TextLink } from './ui/text-link'

type Grant = { grantedAt: Date; grantedByName: string }

export type LeverPartner = {
  id: string
  name: string
  kind: 'operator' | 'provider' | 'reseller' | 'customer'
  startedAt: Date
  delegation: Grant | null
  owner: Grant | null
  credited: number
  supported: number
}

export type Levers = LeverSubject & { subscriptions: number; partners: readonly LeverPartner[] }

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type LeverPanelProps = {
  levers: Levers
  actor: Actor
  locale: string
  grantAction: Action
  revokeAction: Action
  /** On the page that the panel would link to for the first lever: no link. */
  withoutRelationshipLink?: boolean
}

const kinds = ['account', 'owner', 'reseller', 'support'] as const

/** S1's four levers in one place: who has what, what it allows, who may change it. None of them ever sets another. */
export async function LeverPanel(props: LeverPanelProps) {
  const { levers } = props
  const t = await getTranslations('levers')
  return (
    <Card aria-labelledby="levers">
      <CardHeader id="levers" title={t('title')} />
      <Note>{t('independent')}</Note>
      {levers.partners.length === 0 ? (
        <EmptyState illustration="partners" title={t('none')} description={t('noneHint')} />
      ) : (
        <ul className="mt-4 grid divide-y divide-border border-border border-b pb-4">
          {levers.partners.map((partner) => (
            <PartnerLevers key={partner.id} partner={partner} {...props} />
          ))}
        </ul>
      )}
      <h3 className="mt-5 mb-3 font-semibold">{t('legend')}</h3>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        {kinds.map((kind) => (
          <section key={kind} className="grid content-start gap-1">
            <h4 className="font-semibold">{t(`${kind}.title`)}</h4>
            <p>
              <span className="text-muted">{t('allowsLabel')}:</span> {t(`${kind}.allows`)}
            </p>
            <p>
              <span className="text-muted">{t('whoLabel')}:</span> {t(`${kind}.who`)}
            </p>
          </section>
        ))}
      </div>
    </Card>
  )
}

async function PartnerLevers({ partner, ...props }: LeverPanelProps & { partner: LeverPartner }) {
  const { levers, actor, grantAction, revokeAction } = props
  const [t, terms] = await Promise.all([getTranslations('levers'), getTranslations('terms')])
  const { subscriptions } = levers
  const sells = partner.kind === 'provider'
  const toSubscriptions = `/customers/${levers.customer.id}`
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <OrganizationMark id={partner.id} name={partner.name} size="small" />
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{partner.name}</h3>
        <span className="text-caption text-muted">{terms(`kind.${partner.kind}`)}</span>
      </div>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <Lever title={t('account.title')} change={<AccountLink partner={partner} {...props} />}>
          <Association partner={partner} {...props} />
        </Lever>
        <Lever
          title={t('owner.title')}
          change={<OwnershipButton {...{ levers, partner, actor, grantAction, revokeAction }} />}
        >
          <Ownership partner={partner} {...props} />
        </Lever>
        <Lever
          title={t('reseller.title')}
          change={
            !sells && can(actor, 'resellerOfRecord.set') ? (
              <TextLink href={toSubscriptions}>{t('reseller.change')}</TextLink>
            ) : null
          }
        >
          {sells ? t('reseller.sells') : t('reseller.count', { count: partner.credited, total: subscriptions })}
        </Lever>
        <Lever
          title={t('support.title')}
          change={
            can(actor, 'supportContact.set') ? <TextLink href={toSubscriptions}>{t('support.change')}</TextLink> : null
          }
        >
          {t('support.count', { count: partner.supported, total: subscriptions })}
        </Lever>
      </div>
    </li>
  )
}

function Lever({ title, change, children }: { title: string; change: ReactNode; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <p className="text-caption text-muted">{title}</p>
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
      {change}
    </div>
  )
}

type PartProps = LeverPanelProps & { partner: LeverPartner }

async function Association({ partner, ...props }: PartProps) {
  const t = await getTranslations('levers.account')
  const { delegation } = partner
  return (
    <>
      <p>{t.rich('since', { date: () => <Since value={partner.startedAt} {...props} /> })}</p>
      <p>
        {delegation
          ? t.rich('delegated', {
              person: delegation.grantedByName,
              date: () => <Since value={delegation.grantedAt} {...props} />,
            })
          : t('notDelegated')}
      </p>
    </>
  )
}

function Since({ value, locale, actor }: { value: Date; locale: string; actor: Actor }) {
  return <LocalTime value={value} show="date" locale={locale} timeZone={actor.timeZone} />
}

/** Only the customer changes the first lever; a partner that lacks delegated administration asks for it. */
async function AccountLink({ partner, actor, withoutRelationshipLink }: PartProps) {
  const t = await getTranslations('levers.account')
  if (can(actor, 'customerRelationship.list') && !withoutRelationshipLink)
    return <TextLink href="/partner-relationships">{t('manage')}</TextLink>
  const asks = partner.id === actor.organizationId && !partner.delegation && can(actor, 'customer.invite')
  return asks ? <TextLink href="/customers/request-relationship">{t('request')}</TextLink> : null
}

async function Ownership({ partner: { owner }, ...props }: PartProps) {
  const t = await getTranslations('levers.owner')
  if (!owner) return t('notGranted')
  return t.rich('granted', {
    person: owner.grantedByName,
    date: () => <Since value={owner.grantedAt} {...props} />,
  })
}
