import type { Role } from '@/lib/access/permissions'
import en from './messages/en/terms.json' with { type: 'json' }
import ru from './messages/ru/terms.json' with { type: 'json' }

/** What a role, or having none of a level, is called in each language, English first: files of people name them. */
export function levelNames(level: Role | 'noAgent' | 'noAdmin'): readonly [string, string] {
  if (level === 'noAgent' || level === 'noAdmin') return [en[level], ru[level]]
  return [en.role[level], ru.role[level]]
}
