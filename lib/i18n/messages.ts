import type { Locale } from './locale'

/** One file a noun. The file name is the namespace. */
const namespaces = [
  'activity',
  'auth',
  'customers',
  'drafts',
  'enrollment',
  'errors',
  'home',
  'invitations',
  'mail',
  'mailbox',
  'navigation',
  'notices',
  'partnerships',
  'public',
  'shell',
  'terms',
  'ui',
] as const

/** All visible text of a language. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const files = await Promise.all(
    namespaces.map(
      async (namespace) => [namespace, (await import(`./messages/${locale}/${namespace}.json`)).default] as const,
    ),
  )
  return Object.fromEntries(files)
}
