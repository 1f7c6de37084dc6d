'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Once in the document: links that lead to another page of the portal change the page without a reload. One listener for all
 * of them, because a component for each link (Next's own) costs a list of links as much as everything else on the page.
 * Without script they are the plain links that they are.
 */
export function FollowLinks() {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const address = addressToFollow(event)
      if (address === null) return
      event.preventDefault()
      router.push(address)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}

/** Where the press leads within the portal; null where the browser knows better. */
function addressToFollow(event: MouseEvent): string | null {
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (event.defaultPrevented || elsewhere || !(event.target instanceof Element)) return null
  const link = event.target.closest<HTMLAnchorElement>('a[href]')
  return link?.matches(leadsToPage) ? link.href : null
}

/** Paths of the portal, but for files and other windows. */
const leadsToPage = ':is([href^="/"]:not([href^="//"]), [href^="?"]):not([download], [data-no-page], [target="_blank"])'
