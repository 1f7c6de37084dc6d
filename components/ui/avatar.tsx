import { classNames } from './class-names'
import { initials } from './initials'

/** A person: initials in a circle. Decorative, the name stands beside it or on the button around it. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: 'normal' | 'large' }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid flex-none place-items-center rounded-pill bg-accent font-semibold text-on-accent forced:border',
        size === 'large' ? 'size-10 text-body' : 'size-7 text-micro',
      )}
    >
      {initials(name)}
    </span>
  )
}
