import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CredentialsForm } from '@/components/credentials-form'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { DeliveryField, LevelFields } from '@/components/level-fields'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { requireConfirmed, requirePermission } from '@/lib/web/page'
import { levelChoices, onceTexts } from '@/lib/web/partner-users'
import { addPartnerUserAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('addUser') }
}

const list = '/user-management'

/** S2, Add user. Least privilege: nothing is chosen from the start. */
export default async function AddUserPage() {
  const actor = await requirePermission('user.manage')
  await requireConfirmed()
  const [t, roles, texts] = await Promise.all([getTranslations('partnerUsers'), getTranslations('roles'), onceTexts()])
  return (
    <div className="max-w-160">
      <PageHeader
        title={t('addUser')}
        description={<TextLink href="/roles">{roles('title')}</TextLink>}
        breadcrumbs={[{ href: list, label: t('title') }]}
      />
      <Card>
        <CredentialsForm
          action={addPartnerUserAction}
          referenceLabel={t('form.reference')}
          texts={texts}
          done={{ href: list, label: t('once.done') }}
          again={{ href: `${list}/new`, label: t('addAnother') }}
        >
          <Field label={t('form.fullName')} name="fullName" required>
            <TextInput autoComplete="off" maxLength={100} />
          </Field>
          <Field label={t('form.email')} name="email" required hint={t('form.emailHint')}>
            <TextInput type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={254} />
          </Field>
          <LevelFields
            choices={levelChoices(actor)}
            chosen={{ agentLevel: 'none', adminLevel: 'none', businessRoles: [] }}
          />
          <DeliveryField />
          <ButtonRow>
            <SubmitButton>{t('form.add')}</SubmitButton>
            <ButtonLink href={list} variant="subtle">
              {t('form.cancel')}
            </ButtonLink>
          </ButtonRow>
        </CredentialsForm>
      </Card>
    </div>
  )
}
