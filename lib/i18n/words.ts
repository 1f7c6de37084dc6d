import { getLocale, getTranslations } from 'next-intl/server'
import type { Messages } from './messages'

const kept = new WeakMap<readonly string[], Map<string, Record<string, string>>>()

/**
 * Words without places for values, such as those that client components are handed. They are looked up once for each language:
 * the frame of a page has forty, the same on every request. Where a row's name belongs, `{name}` stands.
 * @param names a list that lives as long as the module
 */
export async function plainWords<Namespace extends keyof Messages, Name extends string>(
  namespace: Namespace,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const locale = await getLocale()
  const ofNames = kept.get(names) ?? new Map<string, Record<string, string>>()
  kept.set(names, ofNames)
  let words = ofNames.get(locale)
  if (!words) {
    const t = (await getTranslations(namespace)) as unknown as (name: string, values: { name: string }) => string
    words = Object.fromEntries(names.map((name) => [name, t(name, { name: '{name}' })]))
    ofNames.set(locale, words)
  }
  return words as Record<Name, string>
}
