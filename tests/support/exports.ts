import { createTranslator } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { loadMessages } from '@/lib/i18n/messages'
import type { Reader, Words } from '@/lib/web/exports/columns'

/** Somebody who reads an export, without a request. */
export async function readerOf(actor: Actor): Promise<Reader> {
  const words = createTranslator({ locale: actor.locale, messages: await loadMessages(actor.locale) })
  return { words: words as unknown as Words, actor }
}

/** All that a generator gives, as one. */
export async function whole(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

export async function* inPages<Row>(rows: readonly Row[], size: number): AsyncGenerator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
