import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { TextInput } from '@/components/ui/text-input'
import { readOrganizationProfile } from '@/lib/web/organization-profile'
import { requirePermission } from '@/lib/web/page'
import { ProfileForm } from '../profile-form'
import { changeSupportProfileAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizationProfile'))('support.title') }
}

/** How customers and partners reach support. */
export default async function SupportProfilePage() {
  await requirePermission('organizationProfile.edit')
  const [view, t] = await Promise.all([readOrganizationProfile(), getTranslations('organizationProfile')])
  const { support, country } = view
  return (
    <ProfileForm
      view={view}
      title={t('support.title')}
      description={t('support.hint')}
      action={changeSupportProfileAction}
      version={view.versions.support}
      saveLabel={t('support.save')}
    >
      <Field label={t('support.email')} name="email" required>
        <TextInput type="email" maxLength={254} autoComplete="off" defaultValue={support?.email ?? ''} />
      </Field>
      <Field
        label={t('support.phone')}
        name="phone"
        required
        hint={t('contact.phoneHint', { sample: country.phoneSample })}
      >
        <TextInput type="tel" maxLength={40} autoComplete="off" defaultValue={support?.phone ?? ''} />
      </Field>
      <Field label={t('support.website')} name="website" hint={t('support.websiteHint')}>
        <TextInput type="url" maxLength={200} autoComplete="off" defaultValue={support?.website ?? ''} />
      </Field>
    </ProfileForm>
  )
}
