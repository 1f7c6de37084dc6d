import { useTranslations } from 'next-intl'
import type { ProfileView } from '@/lib/web/organization-profile'
import { AddressFields } from '../address-fields'
import { Field } from '../form/field'
import { DescriptionList } from '../ui/description-list'
import { TextInput } from '../ui/text-input'
import { Fixed } from './legal-card'

/** Name, address and registration number, as the country has them. */
export function LegalFields({ view }: { view: ProfileView }) {
  const t = useTranslations('organizationProfile.legal')
  const { legal, country } = view
  return (
    <>
      {view.mayRename ? (
        <Field label={t('name')} name="name" required hint={t('hint')}>
          <TextInput maxLength={120} autoComplete="organization" defaultValue={legal.name} />
        </Field>
      ) : (
        <DescriptionList
          items={[{ term: t('name'), details: <Fixed text={legal.name} reason={t('nameFixed')} /> }]}
          look="wide"
        />
      )}
      <AddressFields country={country} address={legal} isOwn />
    </>
  )
}
