import type { ReactNode } from 'react'
import { classNames } from './class-names'

type CardProps = {
  /** `normal` 20 px, `wide` 32 px for the one card of a public page, `none` for tables and lists that go to the edge. */
  padding?: 'normal' | 'wide' | 'none'
  as?: 'section' | 'div' | 'article'
  'aria-labelledby'?: string
  'aria-label'?: string
  className?: string
  children: ReactNode
}

const paddings = { normal: 'p-5 max-sm:p-4', wide: 'p-8 max-sm:p-5', none: '' }

export function Card({ padding = 'normal', as: Element = 'section', className, children, ...aria }: CardProps) {
  return (
    <Element
      {...aria}
      className={classNames('rounded-card border border-border bg-surface shadow-card', paddings[padding], className)}
    >
      {children}
    </Element>
  )
}

type CardHeaderProps = {
  title: ReactNode
  id?: string
  description?: ReactNode
  action?: ReactNode
  /** `bar` is the ruled head above a table in a card without padding. */
  look?: 'plain' | 'bar'
  level?: 2 | 3
}

export function CardHeader({ title, id, description, action, look = 'plain', level = 2 }: CardHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center justify-between gap-x-4 gap-y-2',
        look === 'bar' ? 'min-h-row border-border border-b px-3 py-2' : 'mb-3',
      )}
    >
      <div className="min-w-0">
        <Heading id={id} className="font-semibold text-subtitle">
          {title}
        </Heading>
        {description && <p className="text-muted">{description}</p>}
      </div>
      {action}
    </div>
  )
}
