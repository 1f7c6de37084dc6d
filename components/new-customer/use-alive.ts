import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the script runs: before that a form shows all of its steps at once. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
