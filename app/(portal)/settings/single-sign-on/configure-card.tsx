import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { FieldGroup } from '@/components/form/field-group'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Note } from '@/components/ui/note'
import { TextInput } from '@/components/ui/text-input'
import type { SingleSignOnView } from '@/lib/web/single-sign-on'
import { configureSingleSignOnAction } from './actions'
import { RedirectUri } from './first-steps'

/** Issuer, client and domains. The secret goes in and never comes out. */
export async function ConfigureCard({ view }: { view: SingleSignOnView }) {
  const t = await getTranslations('singleSignOn')
  const { issuer } = view
  const lost = issuer?.domains.filter(({ isVerified }) => !isVerified) ?? []
  return (
    <Card aria-labelledby="issuer">
      <CardHeader id="issuer" title={t('form.title')} description={issuer ? t('form.changeHint') : undefined} />
      {issuer ? (
        <div className="mb-5">
          <RedirectUri address={view.redirectUri} />
        </div>
      ) : null}
      <Form action={configureSingleSignOnAction} idPrefix="issuer" referenceLabel={t('reference')}>
        <Field label={t('form.issuer')} name="issuer" required hint={t('form.issuerHint')}>
          <TextInput defaultValue={issuer?.issuer} autoComplete="off" spellCheck={false} maxLength={300} />
        </Field>
        <Field label={t('form.clientId')} name="clientId" required hint={t('form.clientIdHint')}>
          <TextInput defaultValue={issuer?.clientId} autoComplete="off" spellCheck={false} maxLength={200} />
        </Field>
        <Field
          label={t('form.clientSecret')}
          name="clientSecret"
          required={!issuer}
          hint={t(issuer ? 'form.clientSecretKept' : 'form.clientSecretHint')}
        >
          <TextInput type="password" autoComplete="new-password" maxLength={500} />
        </Field>
        <DomainChoice view={view} />
        {lost.map(({ domain }) => (
          <Note key={domain} tone="warning">
            {t('form.lost', { domain })}
          </Note>
        ))}
        <ButtonRow>
          <SubmitButton variant={issuer ? 'secondary' : 'primary'}>{t('form.save')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

async function DomainChoice({ view: { issuer, verifiedDomains } }: { view: SingleSignOnView }) {
  const t = await getTranslations('singleSignOn.form')
  const isCovered = (domain: string) => issuer?.domains.some((each) => each.domain === domain) ?? true
  return (
    <FieldGroup legend={t('domains')} name="domains" hint={t('domainsHint')} required>
      <div className="grid gap-2">
        {verifiedDomains.map((domain) => (
          <Checkbox key={domain} name="domains[]" value={domain} label={domain} defaultChecked={isCovered(domain)} />
        ))}
      </div>
    </FieldGroup>
  )
}
