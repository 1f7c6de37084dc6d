import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { proveAtIssuerAction } from './actions'

/** For whoever signs in at the organization's issuer: it asks once more. */
export async function AtIssuer({ returnTo, main }: { returnTo: string; main: boolean }) {
  const [t, security] = await Promise.all([getTranslations('security.confirm'), getTranslations('security')])
  return (
    <Form
      action={proveAtIssuerAction}
      hidden={{ returnTo }}
      idPrefix="issuer"
      className={main ? 'grid gap-4' : 'mt-4 grid gap-4 border-border border-t pt-4'}
      referenceLabel={security('reference')}
    >
      <p className="text-muted">{t('atIssuerHint')}</p>
      <SubmitButton size="large" variant={main ? 'primary' : 'secondary'}>
        {t('atIssuer')}
      </SubmitButton>
    </Form>
  )
}
