import { useTranslations } from 'next-intl'
import type { VerificationEvidence } from '@/lib/web/verification'
import { FileText } from '../ui/icons'
import { LocalTime } from '../ui/local-time'
import { TextLink } from '../ui/text-link'

type EvidenceListProps = {
  evidence: readonly VerificationEvidence[]
  none: string
  locale: string
  timeZone: string
}

/** What was sent; each document is saved, never shown in the portal. */
export function EvidenceList({ evidence, none, locale, timeZone }: EvidenceListProps) {
  const t = useTranslations('verification')
  if (evidence.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul className="grid gap-2.5">
      {evidence.map(({ id, fileName, size, check, uploadedByName, createdAt }) => (
        <li key={id} className="flex gap-2.5">
          <FileText className="mt-0.5 size-4.5 flex-none text-muted" />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <TextLink href={`/evidence/${id}`} download>
              {fileName}
            </TextLink>
            <p className="text-caption text-muted">
              {t(`check.${check}`)} · {kilobytes(size, locale)} · {uploadedByName},{' '}
              <LocalTime value={createdAt} locale={locale} timeZone={timeZone} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function kilobytes(size: number, locale: string): string {
  const style = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locale, style).format(Math.max(1, size / 1024))
}
