import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CheckboxField } from '@/components/form/checkbox-field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { RightsList } from '@/components/rights-list'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import { getRemovalImpact } from '@/lib/domain/partnerships/queries'
import { read, requireActor } from '@/lib/web/page'
import { removePartnershipAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('remove') }
}

/** P8: what removing means, before anybody says yes. */
export default async function RemovePartnershipPage({ params }: { params: Promise<{ partnershipId: string }> }) {
  const { partnershipId } = await params
  const actor = await requireActor()
  const [impact, t, locale] = await Promise.all([
    read(getRemovalImpact, { partnershipId }),
    getTranslations('partnerships'),
    getLocale(),
  ])
  const reseller = impact.resellerName
  return (
    <div className="max-w-160">
      <PageHeader
        title={t('removeTitle', { reseller })}
        breadcrumbs={[{ href: '/indirect-resellers', label: t('resellersTitle') }]}
        description={
          <>
            {t('partnerSince')}{' '}
            <LocalTime value={impact.startedAt} locale={locale} timeZone={actor.timeZone} show="date" />
          </>
        }
      />
      <Card>
        <CardHeader title={t('impactTitle')} />
        <RightsList
          rights={[
            {
              key: 'customers',
              granted: true,
              text: (
                <>
                  {t('impactCustomers', { count: impact.sharedCustomers })}{' '}
                  <TextLink href={`/customers?partner=${impact.resellerId}`}>{t('viewCustomers')}</TextLink>
                </>
              ),
            },
            { key: 'again', granted: true, text: t('impactAgain') },
            { key: 'orders', granted: false, text: t('impactOrders', { reseller }) },
            ...(impact.adminAccessEnds
              ? [{ key: 'access', granted: false, text: t('impactAccess', { reseller }) }]
              : []),
            { key: 'invitations', granted: false, text: t('impactInvitations') },
          ]}
        />
        <Form
          action={removePartnershipAction}
          hidden={{ partnershipId }}
          className="mt-5 grid gap-4"
          referenceLabel={t('reference')}
        >
          <CheckboxField name="notify" label={t('notify', { reseller })} hint={t('notifyHint')} defaultChecked />
          <ButtonRow>
            <SubmitButton variant="danger">{t('removeConfirm')}</SubmitButton>
            <ButtonLink href="/indirect-resellers" variant="subtle">
              {t('keep')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}
