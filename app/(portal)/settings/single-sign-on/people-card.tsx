import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import type { SingleSignOnView } from '@/lib/web/single-sign-on'
import { unlinkIdentityAction } from './actions'

/** Whom the issuer knows, and how somebody with a new account there gets in again. */
export async function PeopleCard({ view: { linked, shownLinked } }: { view: SingleSignOnView }) {
  const t = await getTranslations('singleSignOn')
  const howMany = linked > shownLinked ? t('people.many', { count: shownLinked }) : t('people.count', { count: linked })
  return (
    <Card aria-labelledby="people">
      <CardHeader id="people" title={t('people.title')} description={howMany} />
      {linked > 0 ? (
        <Form action={unlinkIdentityAction} idPrefix="people" referenceLabel={t('reference')}>
          <p>{t('people.text')}</p>
          <Field label={t('people.email')} name="email" required>
            <TextInput type="email" autoComplete="off" maxLength={254} />
          </Field>
          <ButtonRow>
            <SubmitButton variant="secondary">{t('people.unlink')}</SubmitButton>
          </ButtonRow>
        </Form>
      ) : null}
    </Card>
  )
}
