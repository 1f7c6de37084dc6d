import { useEffect } from 'react'

/**
 * Asks before the page is left with something on it that would be lost: a typed form, a password shown once. Links that mean
 * to leave carry `data-leaves`.
 */
export function useLeaveWarning(active: boolean, question: string): void {
  useEffect(() => {
    if (!active) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!link || link.getAttribute('href')?.startsWith('#') || link.getAttribute('target') === '_blank') return
      if (link.hasAttribute('data-leaves') || event.metaKey || event.ctrlKey || event.shiftKey) return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', beforeUnload)
    // Before the router's own listener sees the click.
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [active, question])
}
