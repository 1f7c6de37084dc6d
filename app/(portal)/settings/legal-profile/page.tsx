import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Fixed, FixedRegion } from '@/components/organization-profile/legal-card'
import { LegalFields } from '@/components/organization-profile/legal-fields'
import { VerifiedAgain } from '@/components/organization-profile/verified-again'
import { Card, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { readOrganizationProfile } from '@/lib/web/organization-profile'
import { requirePermission } from '@/lib/web/page'
import { ProfileForm } from '../profile-form'
import { changeLegalProfileAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizationProfile'))('legal.title') }
}

/** Spec 3.5: what a Global admin may change of the legal data, and what is then verified again. */
export default async function LegalProfilePage() {
  await requirePermission('organizationProfile.edit')
  const [view, t] = await Promise.all([readOrganizationProfile(), getTranslations('organizationProfile')])
  return (
    <ProfileForm
      view={view}
      title={t('legal.title')}
      action={changeLegalProfileAction}
      version={view.versions.legal}
      saveLabel={t('legal.save')}
      after={
        <Card aria-labelledby="fixed">
          <CardHeader id="fixed" title={t('fixed.title')} />
          <DescriptionList
            look="rows"
            items={[
              {
                term: t('fixed.country'),
                details: <Fixed text={view.country.label} reason={t('fixed.countryReason')} />,
              },
              { term: t('fixed.domain'), details: <Fixed text={view.domain} reason={t('fixed.domainReason')} /> },
              { term: t('fixed.region'), details: <FixedRegion region={view.region} /> },
            ]}
          />
        </Card>
      }
    >
      <LegalFields view={view} />
      <VerifiedAgain
        view={view}
        facts={[
          ...(view.mayRename ? (['legalName'] as const) : []),
          'address',
          ...(view.country.registrationNumber ? (['registrationNumber'] as const) : []),
        ]}
      />
    </ProfileForm>
  )
}
