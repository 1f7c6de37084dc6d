import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { currentActor } from '@/lib/auth/session'
import { passwordLength } from '@/lib/domain/users/rules'
import { pickParameters, type SearchParams } from '@/lib/web/page'
import { signOutAction } from '../../preferences/actions'
import { changePasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('setPassword') }
}

export default async function SetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const { returnTo = '' } = await pickParameters(searchParams, ['returnTo'])
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  const t = await getTranslations('auth')
  return (
    <Card padding="wide" as="div">
      <h1>{t('setPassword')}</h1>
      <p className="mb-5 text-muted">{t(actor.mustChangePassword ? 'setPasswordForced' : 'setPasswordHint')}</p>
      <Form action={changePasswordAction} hidden={{ returnTo }} referenceLabel={t('reference')}>
        <input type="hidden" name="username" value={actor.email} autoComplete="username" disabled />
        <Field
          label={t(actor.mustChangePassword ? 'temporaryPassword' : 'currentPassword')}
          name="currentPassword"
          required
        >
          <TextInput type="password" autoComplete="current-password" maxLength={512} autoFocus />
        </Field>
        <Field
          label={t('newPassword')}
          name="newPassword"
          required
          hint={t('passwordHint', { min: passwordLength.min })}
        >
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <Field label={t('repeatedPassword')} name="repeatedPassword" required>
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <SubmitButton size="large">{t('setPassword')}</SubmitButton>
      </Form>
      <form action={signOutAction as (formData: FormData) => void} className="mt-3">
        <Button type="submit" variant="subtle">
          {t('signOut')}
        </Button>
      </form>
    </Card>
  )
}
