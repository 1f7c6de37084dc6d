import { classNames } from './ui/class-names'
import { initials } from './ui/initials'

const grounds = [
  'bg-mark-1',
  'bg-mark-2',
  'bg-mark-3',
  'bg-mark-4',
  'bg-mark-5',
  'bg-mark-6',
  'bg-mark-7',
  'bg-mark-8',
] as const

const sizes = {
  small: 'size-7 rounded-[6px] text-micro',
  normal: 'size-9 rounded-card text-caption',
  large: 'size-12 rounded-mark text-[1.125rem]',
} as const

type OrganizationMarkProps = { id: string; name: string; size?: keyof typeof sizes }

/** Two letters on a colour that stays with the organization. Decorative: the name stands beside it. */
export function OrganizationMark({ id, name, size = 'normal' }: OrganizationMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid flex-none select-none place-items-center font-semibold text-on-mark leading-none ring-1 ring-on-mark/10 ring-inset forced:border',
        grounds[colourIndex(id)],
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  )
}

// FNV-1a: spreads neighbouring ids (UUIDv7 share their first half) evenly.
function colourIndex(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % grounds.length
}
