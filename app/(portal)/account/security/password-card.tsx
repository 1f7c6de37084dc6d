import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { passwordLength } from '@/lib/domain/users/rules'
import { changeOwnPasswordAction } from './actions'

export async function PasswordCard({ email }: { email: string }) {
  const [t, security] = await Promise.all([getTranslations('security.account'), getTranslations('security')])
  return (
    <Card aria-labelledby="password">
      <CardHeader id="password" title={t('passwordTitle')} description={t('passwordHint')} />
      <Form action={changeOwnPasswordAction} idPrefix="password" referenceLabel={security('reference')}>
        <input type="hidden" name="username" value={email} autoComplete="username" disabled />
        <Field label={t('currentPassword')} name="currentPassword" required>
          <TextInput type="password" autoComplete="current-password" maxLength={512} />
        </Field>
        <Field
          label={t('newPassword')}
          name="newPassword"
          required
          hint={t('passwordRule', { min: passwordLength.min })}
        >
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <Field label={t('repeatedPassword')} name="repeatedPassword" required>
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <ButtonRow>
          <SubmitButton variant="secondary">{t('changePassword')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}
