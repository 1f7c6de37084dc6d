import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '../ui/card'

type Page = 'welcome' | 'account' | 'membership' | 'profile' | 'legal' | 'contact' | 'support' | 'review'

const all: readonly Page[] = ['welcome', 'account', 'membership', 'profile', 'legal', 'contact', 'support', 'review']

type StepCardProps = {
  page: Page
  /** The steps this company is asked, where it is asked fewer. */
  steps?: readonly Page[]
  title: string
  description?: ReactNode
  children: ReactNode
}

/** One step of the enrollment on one page: how far one is, what is asked, and the form. */
export function StepCard({ page, steps = all, title, description, children }: StepCardProps) {
  const pages = all.filter((one) => one === 'welcome' || one === 'account' || steps.includes(one))
  return (
    <Card padding="wide" as="div">
      <Progress page={page} pages={pages} />
      <h1>{title}</h1>
      {description && <p className="mt-1 mb-5 text-muted">{description}</p>}
      {children}
    </Card>
  )
}

function Progress({ page, pages }: { page: Page; pages: readonly Page[] }) {
  const t = useTranslations('enrollment')
  const step = pages.indexOf(page) + 1
  const said = t('progress', { step, steps: pages.length, name: t(`steps.${page}`) })
  return (
    <div className="mb-5">
      <p className="mb-2 text-caption text-muted">{said}</p>
      <div
        role="progressbar"
        aria-label={t('progressLabel')}
        aria-valuemin={1}
        aria-valuemax={pages.length}
        aria-valuenow={step}
        aria-valuetext={said}
        className="flex gap-1"
      >
        {pages.map((one, index) => (
          <span
            key={one}
            className={`h-1 flex-1 rounded-full forced:border ${index < step ? 'bg-accent forced:bg-[Highlight]' : 'bg-border'}`}
          />
        ))}
      </div>
    </div>
  )
}
