import { OrganizationMark } from './organization-mark'

type ProviderLogoProps = { id: string; name: string; address: string | null; size?: 'normal' | 'large' }

const sizes = { normal: 'h-12 w-24', large: 'h-18 w-45' }

/** The logo a provider has uploaded, or its two letters. Decorative: the name stands beside it. */
export function ProviderLogo({ id, name, address, size = 'normal' }: ProviderLogoProps) {
  if (!address) return <OrganizationMark id={id} name={name} size="large" />
  return (
    <span
      className={`grid flex-none place-items-center rounded-control border border-border bg-on-mark p-1 ${sizes[size]}`}
    >
      {/* biome-ignore lint/performance/noImgElement: at most 300 pixels wide, and from our own database */}
      <img src={address} alt="" className="size-full min-h-0 object-contain" />
    </span>
  )
}
