import { useTranslations } from 'next-intl'
import { SubmitButton } from '../form/submit-button'
import { ButtonLink } from '../ui/button'
import { ButtonRow } from '../ui/button-row'

/** Next, which stores the step, and back without storing. */
export function StepButtons({ back }: { back: string }) {
  const t = useTranslations('enrollment')
  return (
    <ButtonRow>
      <SubmitButton size="large">{t('next')}</SubmitButton>
      <ButtonLink href={back} size="large" variant="subtle">
        {t('back')}
      </ButtonLink>
    </ButtonRow>
  )
}
