import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { FieldColumns } from '@/components/form/field-group'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { languages } from '@/components/shell/language-switch'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import type { Actor } from '@/lib/access/permissions'
import { keepPreferencesAction } from './actions'

/** The choices of the account menu, as fields. */
export async function LooksCard({ actor }: { actor: Actor }) {
  const [t, shell] = await Promise.all([getTranslations('profile'), getTranslations('shell')])
  const themes = [
    { value: 'system', label: shell('themeSystem') },
    { value: 'light', label: shell('themeLight') },
    { value: 'dark', label: shell('themeDark') },
  ]
  return (
    <Card aria-labelledby="looks">
      <CardHeader id="looks" title={t('looks.title')} description={t('looks.hint')} />
      <Form action={keepPreferencesAction} idPrefix="looks" referenceLabel={t('reference')}>
        <FieldColumns>
          <Field label={t('looks.language')} name="locale">
            <Select
              options={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
              defaultValue={actor.locale}
            />
          </Field>
          <Field label={t('looks.theme')} name="theme">
            <Select options={themes} defaultValue={actor.theme} />
          </Field>
        </FieldColumns>
        <ButtonRow>
          <SubmitButton variant="secondary">{t('looks.save')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}
