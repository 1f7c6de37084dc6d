import { UnstyledLink } from '../ui/text-link'

/** The mark: two overlapping circles, one filled, one outlined. */
export function BrandMark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <circle cx="9" cy="12" r="7" className="fill-accent forced:fill-[CanvasText]" />
      <circle cx="15" cy="12" r="7" fill="none" strokeWidth="2" className="stroke-text" />
    </svg>
  )
}

export function Brand({ href, name }: { href: string; name: string }) {
  return (
    <UnstyledLink
      href={href}
      className="flex min-h-8 items-center gap-2 rounded-control font-semibold text-[0.9375rem] text-text tracking-tight no-underline"
    >
      <BrandMark />
      <span className="max-[24rem]:sr-only">{name}</span>
    </UnstyledLink>
  )
}
