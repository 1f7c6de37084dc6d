import { useTranslations } from 'next-intl'
import type { ReviewedVerification } from '@/lib/web/verification'
import { DescriptionList } from '../ui/description-list'

type DeclaredProps = { declared: ReviewedVerification['declared']; country: string }

/** What a company says of itself, as the operator compares it with the register. */
export function Declared({ declared, country }: DeclaredProps) {
  const t = useTranslations('verification.case')
  const terms = useTranslations('terms')
  const { legalProfile, supportProfile } = declared
  const lines = (parts: (string | null | undefined)[]) => (
    <span className="whitespace-pre-line">{parts.filter(Boolean).join('\n') || '–'}</span>
  )
  const { addressLine1, addressLine2, city, state, postalCode, registrationNumber } = legalProfile ?? {}
  return (
    <DescriptionList
      items={[
        { term: t('legalName'), details: declared.name },
        { term: t('kind'), details: terms(`kind.${declared.kind}`) },
        { term: t('country'), details: country },
        { term: t('domain'), details: declared.domain },
        { term: t('mpnId'), details: declared.mpnId ?? '–' },
        { term: t('registrationNumber'), details: registrationNumber ?? '–' },
        {
          term: t('address'),
          details: lines([addressLine1, addressLine2, [postalCode, city].filter(Boolean).join(' '), state]),
        },
        { term: t('contact'), details: lines([declared.contactName, declared.contactEmail, declared.contactPhone]) },
        {
          term: t('support'),
          details: lines([supportProfile?.email, supportProfile?.phone, supportProfile?.website]),
        },
      ]}
    />
  )
}
