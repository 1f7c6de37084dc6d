export const mainId = 'main'

/** First in the tab order; seen only while it has the focus. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href={`#${mainId}`}
      className="sr-only rounded-control bg-accent font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-3 focus:py-2"
    >
      {children}
    </a>
  )
}
