import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the script runs. False on the server and until the page has been taken over. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
