import type { ReactNode } from 'react'

export type Drawing = 'partners' | 'list' | 'mail' | 'search' | 'broken' | 'locked'

/** Small line drawings in two tones. */
export function LineDrawing({ name }: { name: Drawing }) {
  return (
    <svg
      viewBox="0 0 120 80"
      aria-hidden="true"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="h-20 w-30"
    >
      {drawings[name]}
    </svg>
  )
}

const soft = 'fill-accent-soft stroke-none forced:fill-none'
const strong = 'stroke-accent'
const quiet = 'stroke-border-strong'

const drawings: Record<Drawing, ReactNode> = {
  partners: (
    <>
      <circle cx="48" cy="40" r="26" className={soft} />
      <circle cx="48" cy="40" r="26" className={strong} />
      <circle cx="74" cy="40" r="26" className={quiet} />
      <path d="M48 40h20m-6-6 6 6-6 6" className={strong} />
    </>
  ),
  list: (
    <>
      <rect x="24" y="12" width="72" height="56" rx="6" className={soft} />
      <rect x="24" y="12" width="72" height="56" rx="6" className={quiet} />
      <path d="M24 28h72M38 42h30M38 54h20" className={quiet} />
      <circle cx="84" cy="58" r="13" className="fill-surface stroke-accent" />
      <path d="M84 52v12m-6-6h12" className={strong} />
    </>
  ),
  mail: (
    <>
      <rect x="26" y="20" width="68" height="46" rx="6" className={soft} />
      <rect x="26" y="20" width="68" height="46" rx="6" className={quiet} />
      <path d="m28 24 32 24 32-24" className={strong} />
      <path d="M10 34h9M6 44h13M12 54h7" className={quiet} />
    </>
  ),
  search: (
    <>
      <circle cx="54" cy="36" r="22" className={soft} />
      <path d="M20 66h52M84 66h14" className={quiet} />
      <circle cx="54" cy="36" r="22" className={strong} />
      <path d="m70 52 16 16" className={strong} />
      <path d="M45 36h18" className={quiet} />
    </>
  ),
  broken: (
    <>
      <circle cx="44" cy="40" r="24" className={soft} />
      <path d="M60 58a24 24 0 1 1 0-36" className={strong} />
      <path d="M72 22a24 24 0 1 1 0 36" className={quiet} />
      <path d="m66 32-8 10h8l-6 10" className={strong} />
    </>
  ),
  locked: (
    <>
      <rect x="38" y="34" width="44" height="34" rx="6" className={soft} />
      <rect x="38" y="34" width="44" height="34" rx="6" className={strong} />
      <path d="M46 34v-8a14 14 0 0 1 28 0v8" className={quiet} />
      <path d="M60 48v7" className={strong} />
    </>
  ),
}
