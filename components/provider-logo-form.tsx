import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { ProviderLogo } from './provider-logo'
import { Card, CardHeader } from './ui/card'
import { FileInput } from './ui/file-input'

type Door = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type ProviderLogoFormProps = {
  card: { organizationId: string; name: string; saved: boolean }
  logo: string | null
  /** In bytes. */
  limit: number
  change: Door
  remove: Door
}

/** The logo of the card: shown, changed, removed. */
export function ProviderLogoForm({ card, logo, limit, change, remove }: ProviderLogoFormProps) {
  const t = useTranslations('directory.card')
  const ui = useTranslations('ui')
  return (
    <Card>
      <CardHeader title={t('logo')} description={t('logoHint')} />
      {card.saved ? (
        <div className="grid gap-4">
          {logo ? (
            <div className="flex flex-wrap items-center gap-4">
              <ProviderLogo id={card.organizationId} name={card.name} address={logo} size="large" />
              <Form action={remove} idPrefix="remove-logo" referenceLabel={ui('errorReference')}>
                <SubmitButton variant="subtle">{t('logoRemove')}</SubmitButton>
              </Form>
            </div>
          ) : null}
          <Form action={change} idPrefix="logo" referenceLabel={ui('errorReference')}>
            <Field name="logo" label={t('logoFile')} required>
              <FileInput accept=".png,.jpg,.jpeg,image/png,image/jpeg" limit={limit} tooLarge={t('logoTooLarge')} />
            </Field>
            <SubmitButton variant="secondary" className="justify-self-start">
              {t('logoUpload')}
            </SubmitButton>
          </Form>
        </div>
      ) : (
        <p className="text-muted">{t('logoLater')}</p>
      )}
    </Card>
  )
}
