import { useTranslations } from 'next-intl'
import type { Role } from '@/lib/access/permissions'
import { FieldGroup } from './form/field-group'
import { Checkbox } from './ui/checkbox'
import { RadioGroup } from './ui/radio-group'

export type LevelChoice<Level extends Role> = { role: Level; grantable: boolean }

/** The roles of a kind of organization as S2 picks them, each with whether the reader may give it. */
export type LevelChoices = {
  agent: readonly LevelChoice<Role>[]
  admin: readonly LevelChoice<Role>[]
  business: readonly LevelChoice<Role>[]
}

type Chosen = { agentLevel: Role | 'none'; adminLevel: Role | 'none'; businessRoles: readonly Role[] }

/** S2: one agent level, one admin level; business roles on top. */
export function LevelFields({ choices, chosen }: { choices: LevelChoices; chosen: Chosen }) {
  const t = useTranslations('partnerUsers.form')
  const terms = useTranslations('terms')
  const options = (level: readonly LevelChoice<Role>[], none: string) => [
    ...level.map(({ role, grantable }) => ({
      value: role,
      label: terms(`role.${role}`),
      disabled: !grantable,
      ...(grantable ? {} : { hint: t('globalAdminOnly') }),
    })),
    { value: 'none', label: none },
  ]
  return (
    <>
      {choices.agent.length > 0 ? (
        <FieldGroup legend={t('agentLevel')} name="agentLevel" hint={t('agentHint')} required>
          <RadioGroup defaultValue={chosen.agentLevel} options={options(choices.agent, terms('noAgent'))} />
        </FieldGroup>
      ) : (
        <input type="hidden" name="agentLevel" value="none" />
      )}
      <FieldGroup legend={t('adminLevel')} name="adminLevel" hint={t('adminHint')} required>
        <RadioGroup defaultValue={chosen.adminLevel} options={options(choices.admin, terms('noAdmin'))} />
      </FieldGroup>
      {choices.business.length > 0 ? (
        <FieldGroup legend={t('businessRoles')} name="businessRoles">
          {choices.business.map(({ role }) => (
            <Checkbox
              key={role}
              name="businessRoles[]"
              value={role}
              label={terms(`role.${role}`)}
              defaultChecked={chosen.businessRoles.includes(role)}
            />
          ))}
        </FieldGroup>
      ) : null}
    </>
  )
}

/** How a new password reaches its owner. */
export function DeliveryField() {
  const t = useTranslations('partnerUsers.form')
  return (
    <FieldGroup legend={t('delivery')} name="delivery" required>
      <RadioGroup
        defaultValue="password"
        options={[
          { value: 'password', label: t('deliveryPassword'), hint: t('deliveryPasswordHint') },
          { value: 'link', label: t('deliveryLink'), hint: t('deliveryLinkHint') },
        ]}
      />
    </FieldGroup>
  )
}
