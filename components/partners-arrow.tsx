import { OrganizationMark } from './organization-mark'

type Party = { id: string; name: string }

/** Who asks whom. `to` is unknown until the invited person has signed in. */
export function PartnersArrow({ from, to }: { from: Party; to?: Party | null }) {
  return (
    <div className="flex items-center gap-3.5">
      <OrganizationMark id={from.id} name={from.name} size="large" />
      <svg width="40" height="12" viewBox="0 0 40 12" aria-hidden="true" className="flex-none stroke-muted">
        <path d="M0 6h34m-5-5 5 5-5 5" fill="none" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {to ? (
        <OrganizationMark id={to.id} name={to.name} size="large" />
      ) : (
        <span
          aria-hidden="true"
          className="grid size-12 flex-none place-items-center rounded-mark border border-border-strong border-dashed text-muted text-subtitle"
        >
          ?
        </span>
      )}
    </div>
  )
}
