import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type LinkProps = Omit<ComponentProps<'a'>, 'ref'> & { href: string }

/**
 * Inside the portal `follow-links` changes the page without a reload. Elsewhere (`https:`, `mailto:`, downloads, `#`) the browser
 * does; `download={false}` marks what looks like a page and is none.
 */
export function UnstyledLink({ href, children, ...rest }: LinkProps) {
  return (
    <a href={href} data-no-page={rest.download === false || undefined} {...rest}>
      {children}
    </a>
  )
}

/** `inline` (the default) is underlined, for links in sentences; `plain` for names in tables, breadcrumbs, card heads. */
export function TextLink({ look = 'inline', className, ...rest }: LinkProps & { look?: 'inline' | 'plain' }) {
  return (
    <UnstyledLink
      {...rest}
      className={classNames(
        'rounded-box text-accent underline-offset-2',
        look === 'inline' ? 'underline decoration-accent/45 hover:decoration-accent' : 'no-underline hover:underline',
        className,
      )}
    />
  )
}
