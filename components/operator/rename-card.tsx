import { useTranslations } from 'next-intl'
import type { FormDoor } from '@/lib/web/verification'
import { Field } from '../form/field'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { ButtonRow } from '../ui/button-row'
import { Card, CardHeader } from '../ui/card'
import { TextInput } from '../ui/text-input'

type RenameCardProps = { organization: { id: string; name: string }; action: FormDoor }

/** Another name for a provider, with the reason. */
export function RenameCard({ organization: { id, name }, action }: RenameCardProps) {
  const t = useTranslations('operator')
  return (
    <Card aria-labelledby="rename">
      <CardHeader id="rename" title={t('one.renameTitle')} description={t('one.renameHint')} />
      <Form
        action={action}
        hidden={{ organizationId: id, seen: name }}
        idPrefix="rename"
        referenceLabel={t('reference')}
        reloadLabel={t('one.reload')}
      >
        <Field label={t('one.newName')} name="name" required>
          <TextInput autoComplete="off" maxLength={120} defaultValue={name} />
        </Field>
        <Field label={t('one.reason')} name="reason" hint={t('one.reasonHint')} required>
          <TextInput autoComplete="off" maxLength={300} />
        </Field>
        <ButtonRow>
          <SubmitButton variant="secondary">{t('one.rename')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}
