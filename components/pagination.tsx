import { useTranslations } from 'next-intl'
import { ButtonLink, buttonClass } from './ui/button'

type PaginationProps = {
  /** Rows on this page. */
  shown: number
  /** All rows; `atLeast` when counting stopped there ("more than 1,000"); left out when nobody counted. */
  total?: number
  totalIsCapped?: boolean
  previousHref: string | null
  nextHref: string | null
}

/** Paging by key: one page back, one page on. */
export function Pagination({ shown, total, totalIsCapped = false, previousHref, nextHref }: PaginationProps) {
  const t = useTranslations('ui')
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-border border-t px-3 py-2.5 text-muted"
    >
      <p className="tabular-nums max-sm:flex-[1_1_8rem]">{summary()}</p>
      {(previousHref || nextHref) && (
        <div className="flex gap-2">
          <PageLink href={previousHref} rel="prev" label={t('previousPage')} />
          <PageLink href={nextHref} rel="next" label={t('nextPage')} />
        </div>
      )}
    </nav>
  )

  function summary(): string {
    if (total === undefined) return t('shown', { shown })
    return totalIsCapped ? t('shownOfMoreThan', { shown, total }) : t('shownOf', { shown, total })
  }
}

function PageLink({ href, rel, label }: { href: string | null; rel: 'prev' | 'next'; label: string }) {
  if (!href) {
    return (
      <span aria-disabled="true" className={buttonClass({})}>
        {label}
      </span>
    )
  }
  return (
    <ButtonLink href={href} rel={rel}>
      {label}
    </ButtonLink>
  )
}
