'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Sends along where the person's clock stands, so that the portal shows their time. Absent before the script runs. */
export function TimeZoneField() {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => '',
  )
  return <input type="hidden" name="timeZone" value={zone} />
}
