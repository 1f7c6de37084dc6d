'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { TabRow } from './tab-row'

export interface TabLink {
  href: string
  label: string
  /** The tab is current only on this very page, not on those below it. */
  exact?: boolean
}

/** Pages of one record, side by side. The current one is told by the address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const path = usePathname()
  // The longest match wins: a record's first tab is the start of all the others.
  const current = [...tabs]
    .sort((one, other) => other.href.length - one.href.length)
    .find(({ href, exact }) => path === href || (!exact && path.startsWith(`${href}/`)))
  const list = useRef<HTMLUListElement>(null)
  const place = tabs.findIndex(({ href }) => href === current?.href)
  // On a phone the row is wider than the screen: the current tab is moved into it, and the page stays where it is.
  useEffect(() => {
    const [row, tab] = [list.current, list.current?.children[place]]
    if (row && tab instanceof HTMLElement) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
  }, [place])
  return (
    <TabRow
      listRef={list}
      label={label}
      tabs={tabs.map(({ href, label: text }) => ({ href, label: text, current: href === current?.href }))}
    />
  )
}
