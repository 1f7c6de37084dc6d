import { classNames } from './class-names'

/** A grey bar in the shape of what comes; give it the size by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classNames('block h-4 animate-pulse rounded-control bg-border', className)} />
  )
}

/** A table that is still loading. `label` is read out once. */
export function TableSkeleton({ label, rows = 8 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={label} className="rounded-card border border-border bg-surface">
      <div className="h-10 border-border border-b" />
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex min-h-row items-center gap-8 border-border border-b px-3 last:border-b-0">
          <Skeleton className={row % 3 === 0 ? 'w-1/3' : 'w-1/4'} />
          <Skeleton className="w-1/6 max-sm:hidden" />
          <Skeleton className="ml-auto w-1/12" />
        </div>
      ))}
    </div>
  )
}
