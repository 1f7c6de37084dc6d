import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepCard } from '@/components/enrollment/step-card'
import { FieldGroup } from '@/components/form/field-group'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Note } from '@/components/ui/note'
import { RadioGroup } from '@/components/ui/radio-group'
import { type EnrollmentView, enrollmentAt, readCountry } from '@/lib/web/enrollment'
import { chooseProfileAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('profile.title') }
}

/** S2, step 7: the organization profile with the MPN ID. Those that cannot be chosen say why. */
export default async function EnrollProfilePage() {
  const { enrollment } = await enrollmentAt('profile')
  const [t, country] = await Promise.all([getTranslations('enrollment'), readCountry(enrollment.country)])
  const { profiles, membershipUser, mpnId } = enrollment.application
  const usable = profiles.some(({ refusal }) => refusal === null)
  const options = profiles.map((profile) => optionOf(profile, country.label, t))
  return (
    <StepCard
      page="profile"
      steps={enrollment.steps}
      title={t('profile.title')}
      description={t('profile.text', { country: country.label })}
    >
      <Form action={chooseProfileAction} hidden={{}} referenceLabel={t('reference')}>
        {profiles.length > 0 ? (
          <FieldGroup legend={t('profile.legend', { userName: membershipUser ?? '' })} name="mpnId" required>
            <RadioGroup look="cards" options={options} {...(mpnId ? { defaultValue: mpnId } : {})} />
          </FieldGroup>
        ) : (
          <Note tone="warning" title={t('profile.none')}>
            {t('profile.noneHint')}
          </Note>
        )}
        <p className="text-caption text-muted">{t('profile.cancelHint')}</p>
        <ButtonRow>
          {usable ? <SubmitButton size="large">{t('continue')}</SubmitButton> : null}
          <ButtonLink href="/enroll/membership/sign-in" size="large" variant="subtle">
            {t('cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </StepCard>
  )
}

type Profile = EnrollmentView['application']['profiles'][number]
type Translate = Awaited<ReturnType<typeof getTranslations<'enrollment'>>>

function optionOf({ mpnId, name, city, refusal, inProgram }: Profile, country: string, t: Translate) {
  const remark = refusal ? t(`profile.refused.${refusal}`, { country }) : inProgram ? t('profile.inProgram') : ''
  return {
    value: mpnId,
    label: city ? `${name}, ${city}` : name,
    hint: `${t('profile.mpnId', { mpnId })}${remark ? `. ${remark}` : ''}`,
    disabled: refusal !== null,
  }
}
