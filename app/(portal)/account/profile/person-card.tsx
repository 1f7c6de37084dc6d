import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { RoleNames } from '@/components/role-names'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { type Actor, rolesThatMay } from '@/lib/access/permissions'
import { grantingPermission } from '@/lib/domain/users/rules'
import { renameSelfAction } from './actions'

/** Name; and what others decide about the account, with who does. */
export async function PersonCard({ actor }: { actor: Actor }) {
  const [t, terms] = await Promise.all([getTranslations('profile'), getTranslations('terms')])
  const { organizationKind: kind } = actor
  const grantors = rolesThatMay(grantingPermission(kind), kind).map((role) => terms(`role.${role}`))
  return (
    <Card aria-labelledby="person">
      <CardHeader id="person" title={t('person.title')} />
      <DescriptionList
        look="rows"
        items={[
          { term: t('person.email'), details: <Explained hint={t('person.emailHint')}>{actor.email}</Explained> },
          { term: t('person.organization'), details: actor.organizationName },
          {
            term: t('person.roles'),
            details: (
              <Explained hint={t('person.rolesHint', { roles: grantors.join(', ') })}>
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <RoleNames roles={actor.roles} />
                  <TextLink href="/roles">{t('person.openRoles')}</TextLink>
                </span>
              </Explained>
            ),
          },
        ]}
      />
      <Form
        action={renameSelfAction}
        idPrefix="person"
        referenceLabel={t('reference')}
        className="mt-4 grid gap-4 border-border border-t pt-4"
      >
        <Field label={t('person.fullName')} name="fullName" hint={t('person.fullNameHint')} required>
          <TextInput autoComplete="name" maxLength={100} defaultValue={actor.fullName} />
        </Field>
        <ButtonRow>
          <SubmitButton variant="secondary">{t('person.save')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Explained({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <>
      {children}
      <span className="mt-1 block text-caption text-muted">{hint}</span>
    </>
  )
}
