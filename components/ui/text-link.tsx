import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type LinkProps = Omit<ComponentProps<'a'>, 'ref'> & { href: string }

/** Inside the portal: navigation without a reload, never prefetched. Elsewhere (`https:`, `mailto:`, downloads, `#`): a plain anchor. */
export function UnstyledLink({ href, children, ...rest }: LinkProps) {
  const isPage = href.startsWith('/') || href.startsWith('?')
  if (!isPage || rest.download !== undefined || rest.target === '_blank') {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    )
  }
  return (
    <Link href={href} prefetch={false} {...rest}>
      {children}
    </Link>
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
