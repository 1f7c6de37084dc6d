import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LevelFields } from '@/components/level-fields'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { getPartnerUser } from '@/lib/domain/partner-users/queries'
import { asSeen } from '@/lib/domain/partner-users/rules'
import { levelsOf } from '@/lib/domain/users/levels'
import { read, requireConfirmed, requirePermission } from '@/lib/web/page'
import { levelChoices } from '@/lib/web/partner-users'
import { editPartnerUserRolesAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('person.editRoles') }
}

/** S2, Update: another agent level, admin level or business role. */
export default async function EditRolesPage({ params }: { params: Promise<{ userId: string }> }) {
  const { userId } = await params
  const actor = await requirePermission('user.manage')
  const person = await read(getPartnerUser, { userId })
  // Whose page says why there is nothing to change.
  if (person.refusal) redirect(`/user-management/${userId}`)
  await requireConfirmed()
  const [t, roles] = await Promise.all([getTranslations('partnerUsers'), getTranslations('roles')])
  const page = `/user-management/${userId}`
  return (
    <div className="max-w-160">
      <PageHeader
        title={t('person.editRolesOf', { name: person.fullName })}
        description={<TextLink href="/roles">{roles('title')}</TextLink>}
        breadcrumbs={[
          { href: '/user-management', label: t('title') },
          { href: page, label: person.fullName },
        ]}
      />
      <Card>
        <Form
          action={editPartnerUserRolesAction}
          hidden={{ userId, seen: asSeen(person.roles) }}
          referenceLabel={t('form.reference')}
        >
          <LevelFields choices={levelChoices(actor)} chosen={levelsOf(person.roles)} />
          <ButtonRow>
            <SubmitButton>{t('form.update')}</SubmitButton>
            <ButtonLink href={page} variant="subtle">
              {t('form.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}
