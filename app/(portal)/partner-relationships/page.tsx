import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { EmptyState } from '@/components/empty-state'
import { Notice } from '@/components/notice'
import { OrganizationMark } from '@/components/organization-mark'
import { SupportDetails } from '@/components/organization-profile/support-details'
import { PageHeader } from '@/components/page-header'
import { RightsList } from '@/components/rights-list'
import { StatusBadge } from '@/components/status-badge'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import { listPartnerRelationships } from '@/lib/domain/customers/queries'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { CustomerLevers } from '../customers/[customerId]/account/customer-levers'
import { endRelationshipAction, removeDelegatedAdministrationAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('relationshipsTitle') }
}

type Relationship = Awaited<ReturnType<typeof listPartnerRelationships>>[number]

/** C2, C3: who may do what for the customer, since when, and how to take it back. */
export default async function PartnerRelationshipsPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [relationships, t, locale] = await Promise.all([
    read(listPartnerRelationships, {}),
    getTranslations('customers'),
    getLocale(),
  ])
  const show = { locale, timeZone: actor.timeZone }
  const active = relationships.filter(({ status }) => status === 'active')
  const ended = relationships.filter(({ status }) => status === 'ended')
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('relationshipsTitle')}
        description={
          <>
            {t('relationshipsHint')} <TextLink href="/activity-log">{t('whatTheyDid')}</TextLink>
          </>
        }
      />
      <div className="grid gap-5">
        {active.length === 0 ? (
          <Card padding="none">
            <EmptyState illustration="partners" title={t('noRelationships')} description={t('noRelationshipsHint')} />
          </Card>
        ) : null}
        {active.map((relationship) => (
          <ActiveRelationship key={relationship.id} relationship={relationship} {...show} />
        ))}
        {active.length > 0 ? <CustomerLevers customerId={actor.organizationId} withoutRelationshipLink /> : null}
        {ended.length > 0 ? <EndedRelationships relationships={ended} {...show} /> : null}
      </div>
    </>
  )
}

type Show = { locale: string; timeZone: string }

async function ActiveRelationship({ relationship, ...show }: { relationship: Relationship } & Show) {
  const [t, terms, support] = await Promise.all([
    getTranslations('customers'),
    getTranslations('terms'),
    getTranslations('organizationProfile.support'),
  ])
  const { id, partnerId, partnerName: partner, partnerKind, delegation, startedAt } = relationship
  const delegated = delegation?.revokedAt === null
  const contact = relationship.partner
  return (
    <Card as="article">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <OrganizationMark id={partnerId} name={partner} />
        <div className="min-w-0 flex-1">
          <h2>{partner}</h2>
          <p className="text-caption text-muted">
            {terms(`kind.${partnerKind}`)} · {contact.domain} · {t('since')}{' '}
            <LocalTime value={startedAt} show="date" {...show} />
          </p>
        </div>
        <StatusBadge status="active" label={t('active')} />
      </div>
      <RightsList
        rights={[
          { key: 'relationship', granted: true, text: t(partnerKind === 'provider' ? 'mayOrder' : 'mayServe') },
          {
            key: 'delegated',
            granted: delegated,
            text:
              delegated && delegation ? (
                <>
                  {t('mayAdminister')} <LocalTime value={delegation.grantedAt} show="date" {...show} />
                </>
              ) : (
                t('mayNotAdminister')
              ),
          },
        ]}
      />
      <p className="mt-4 text-muted">
        {t('contact')}: {[contact.contactName, contact.contactEmail, contact.contactPhone].filter(Boolean).join(', ')}
      </p>
      {contact.supportProfile ? (
        <div className="mt-4">
          <h3 className="mb-2 font-semibold">{support('shown')}</h3>
          <SupportDetails support={contact.supportProfile} look="columns" />
        </div>
      ) : null}
      <ButtonRow className="mt-4">
        {delegated ? <DialogButton dialogId={`delegation-${id}`}>{t('removeDelegated')}</DialogButton> : null}
        <DialogButton dialogId={`end-${id}`} variant="subtle">
          {t('endRelationship')}
        </DialogButton>
      </ButtonRow>
      <ConfirmDialog
        id={`delegation-${id}`}
        danger
        title={t('removeDelegatedTitle', { partner })}
        confirmLabel={t('removeDelegated')}
        action={removeDelegatedAdministrationAction}
        fields={{ relationshipId: id }}
      >
        <p>{t('removeDelegatedText', { partner })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        id={`end-${id}`}
        danger
        title={t('endTitle', { partner })}
        confirmLabel={t('endRelationship')}
        action={endRelationshipAction}
        fields={{ relationshipId: id }}
      >
        <p>{t('endText', { partner })}</p>
      </ConfirmDialog>
    </Card>
  )
}

async function EndedRelationships({ relationships, ...show }: { relationships: Relationship[] } & Show) {
  const t = await getTranslations('customers')
  return (
    <Card as="section" aria-labelledby="ended">
      <h2 id="ended" className="mb-3">
        {t('endedTitle')}
      </h2>
      <ul className="grid gap-2">
        {relationships.map(({ id, partnerName, startedAt, endedAt, endedByName }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{partnerName}</span>
            <span className="text-muted">
              <LocalTime value={startedAt} show="date" {...show} /> –{' '}
              {endedAt ? <LocalTime value={endedAt} show="date" {...show} /> : null}
              {endedByName ? `, ${t('endedBy', { person: endedByName })}` : null}
            </span>
            <StatusBadge status="ended" label={t('ended')} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
