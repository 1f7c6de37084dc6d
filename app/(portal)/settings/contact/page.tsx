import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { VerifiedAgain } from '@/components/organization-profile/verified-again'
import { TextInput } from '@/components/ui/text-input'
import { readOrganizationProfile } from '@/lib/web/organization-profile'
import { requirePermission } from '@/lib/web/page'
import { ProfileForm } from '../profile-form'
import { changePrimaryContactAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizationProfile'))('contact.title') }
}

/** Whom the operator writes to. Another address is verified again, and the old one is told. */
export default async function ContactPage() {
  await requirePermission('organizationProfile.edit')
  const [view, t] = await Promise.all([readOrganizationProfile(), getTranslations('organizationProfile')])
  const { contact, country } = view
  return (
    <ProfileForm
      view={view}
      title={t('contact.title')}
      description={t('contact.hint')}
      action={changePrimaryContactAction}
      version={view.versions.contact}
      saveLabel={t('contact.save')}
    >
      <Field label={t('contact.name')} name="contactName" required>
        <TextInput maxLength={100} autoComplete="name" defaultValue={contact.contactName} />
      </Field>
      <Field label={t('contact.email')} name="contactEmail" required hint={t('contact.emailHint')}>
        <TextInput type="email" maxLength={254} autoComplete="email" defaultValue={contact.contactEmail} />
      </Field>
      <Field
        label={t('contact.phone')}
        name="phoneNumber"
        hint={t('contact.phoneHint', { sample: country.phoneSample })}
      >
        <TextInput type="tel" maxLength={40} autoComplete="tel" defaultValue={contact.contactPhone ?? ''} />
      </Field>
      <VerifiedAgain view={view} facts={['contactEmail']} />
      <p className="text-muted">{t('contact.oldTold')}</p>
    </ProfileForm>
  )
}
