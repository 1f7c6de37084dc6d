import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type LinkProps = Omit<ComponentProps<'a'>, 'ref'> & { href: string }

/** Inside the portal `follow-links` changes the page without a reload. Elsewhere (`https:`, `mailto:`, downloads, `#`) the browser does. */
export function UnstyledLink({ href, children, ...rest }: LinkProps) {
  const isPage =
    (href.startsWith('/') || href.startsWith('?')) && rest.download === undefined && rest.target !== '_blank'
  return (
    <a href={href} data-page={isPage || undefined} {...rest}>
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
