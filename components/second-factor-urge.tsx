import { useTranslations } from 'next-intl'
import { ButtonLink } from './ui/button'
import { Note } from './ui/note'

/** For those whose account opens the most and is protected by a password alone. */
export function SecondFactorUrge() {
  const t = useTranslations('security.urge')
  return (
    <div className="mb-5">
      <Note tone="info" action={<ButtonLink href="/second-factor">{t('action')}</ButtonLink>}>
        {t('text')}
      </Note>
    </div>
  )
}
