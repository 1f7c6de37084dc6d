import { Fragment, type ReactNode } from 'react'
import { ButtonRow } from './ui/button-row'
import { TextLink } from './ui/text-link'

export type Breadcrumb = { href: string; label: string }

type PageHeaderProps = {
  title: ReactNode
  description?: ReactNode
  /** The pages above this one; the title is added at the end. */
  breadcrumbs?: readonly Breadcrumb[]
  /** Name of the breadcrumb list for screen readers. */
  breadcrumbsLabel?: string
  /** Beside the title: a `StatusBadge` or `KindBadge`. */
  badge?: ReactNode
  /** Buttons; at most one primary. */
  actions?: ReactNode
}

export function PageHeader(props: PageHeaderProps) {
  const { title, description, breadcrumbs = [], breadcrumbsLabel, badge, actions } = props
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-0 max-sm:w-full">
        {breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} label={breadcrumbsLabel} current={title} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 [overflow-wrap:anywhere]">{title}</h1>
          {badge}
        </div>
        {description && <div className="max-w-180 text-muted">{description}</div>}
      </div>
      {actions && <ButtonRow className="max-sm:w-full">{actions}</ButtonRow>}
    </div>
  )
}

type BreadcrumbsProps = { items: readonly Breadcrumb[]; label?: string; current: ReactNode }

function Breadcrumbs({ items, label, current }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className="-mt-1 flex flex-wrap items-center gap-x-1.5 text-caption text-muted">
      {items.map((item) => (
        <Fragment key={item.href}>
          <TextLink href={item.href} look="plain" className="py-1">
            {item.label}
          </TextLink>
          <span aria-hidden="true">/</span>
        </Fragment>
      ))}
      <span aria-current="page">{current}</span>
    </nav>
  )
}
