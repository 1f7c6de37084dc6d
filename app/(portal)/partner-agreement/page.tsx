import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConsentForm } from '@/components/form/consent-form'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Refused } from '@/components/permitted-link'
import { StatusBadge } from '@/components/status-badge'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { Note } from '@/components/ui/note'
import { type Actor, can } from '@/lib/access/permissions'
import { getPartnerAgreement } from '@/lib/domain/agreements/queries'
import { pickParameters, read, requireActor, requireConfirmed, type SearchParams } from '@/lib/web/page'
import { signPartnerAgreementAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements'))('title') }
}

const clauses = ['1', '2', '3', '4', '5', '6'] as const

type Agreement = Awaited<ReturnType<typeof getPartnerAgreement>>

/** Spec 3.12: the agreement a reseller signs once, who signed it and when. */
export default async function PartnerAgreementPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [agreement, t] = await Promise.all([read(getPartnerAgreement, {}), getTranslations('agreements')])
  // Whoever came to sign proves first to be the person of the session: nothing is ticked in vain.
  if (!agreement.signature && can(actor, 'partnerAgreement.sign')) await requireConfirmed()
  const region = t(`region.${agreement.region as 'europe'}`)
  const state = agreement.signature ? 'signed' : 'notSigned'
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={t('hint', { region })}
        badge={<StatusBadge status={agreement.signature ? 'accepted' : 'missing'} label={t(state)} />}
      />
      <div className="grid max-w-180 gap-5">
        {agreement.signature ? (
          <Signature signature={agreement.signature} actor={actor} />
        ) : (
          <Note tone="warning">{t('missingText')}</Note>
        )}
        <Card aria-labelledby="text">
          <h2 id="text" className="mb-3">
            {t('textTitle')}
          </h2>
          <div className="grid gap-4">
            {clauses.map((clause) => (
              <section key={clause}>
                <h3 className="mb-1 font-semibold">{t(`clauses.${clause}.title`)}</h3>
                <p>{t(`clauses.${clause}.text`)}</p>
              </section>
            ))}
          </div>
          {agreement.signature ? null : <Signing actor={actor} />}
        </Card>
      </div>
    </>
  )
}

async function Signature({ signature, actor }: { signature: NonNullable<Agreement['signature']>; actor: Actor }) {
  const [t, locale] = await Promise.all([getTranslations('agreements'), getLocale()])
  return (
    <Card aria-label={t('signed')}>
      <DescriptionList
        items={[
          { term: t('signedBy'), details: `${signature.firstAndLastName} (${signature.email})` },
          {
            term: t('signedOn'),
            details: <LocalTime value={signature.signedAt} locale={locale} timeZone={actor.timeZone} />,
          },
        ]}
      />
    </Card>
  )
}

async function Signing({ actor }: { actor: Actor }) {
  const t = await getTranslations('agreements')
  if (!can(actor, 'partnerAgreement.sign')) {
    return (
      <div className="mt-5">
        <Refused actor={actor} permission="partnerAgreement.sign" label={t('sign')} />
      </div>
    )
  }
  return (
    <ConsentForm
      action={signPartnerAgreementAction}
      hidden={{}}
      ticks={[{ name: 'agreed', label: t('tick', { organization: actor.organizationName }) }]}
      submitLabel={t('sign')}
      referenceLabel={t('reference')}
    />
  )
}
