import type { NoteTone } from './note'

export type ToastMessage = { id: number; tone: NoteTone; text: string; action?: { label: string; onPress: () => void } }
type Options = { tone?: NoteTone; action?: ToastMessage['action'] }

let messages: readonly ToastMessage[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Says something in passing, in the corner of the page. What must be read belongs into a `Note`. */
export function toast(text: string, { tone = 'success', action }: Options = {}): number {
  lastId += 1
  replace([...messages.slice(-2), { id: lastId, tone, text, action }])
  return lastId
}

export function dismissToast(id: number): void {
  replace(messages.filter((message) => message.id !== id))
}

export function currentToasts(): readonly ToastMessage[] {
  return messages
}

export function onToastsChanged(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function replace(next: readonly ToastMessage[]): void {
  messages = next
  for (const listener of listeners) listener()
}
