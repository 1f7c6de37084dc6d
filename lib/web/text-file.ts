import { DomainError } from '@/lib/core/errors'

/** In bytes. Stays below what the framework lets a form carry (`bodySizeLimit`), so that the refusal can be worded. */
export const textFileLimit = 200_000

/**
 * The text of the one file in a field of a form; undefined where none was chosen.
 * @throws DomainError `file_invalid` for a file that is too large or no UTF-8 text, `input_invalid` for several files
 */
export async function readTextFile(formData: FormData, name: string): Promise<string | undefined> {
  const files = formData.getAll(name).filter((value) => typeof value !== 'string')
  // A browser sends a nameless empty file where none was chosen.
  const chosen = files.filter((file) => file.size > 0 || file.name !== '')
  const [file] = chosen
  if (!file) return undefined
  if (chosen.length > 1) throw new DomainError('input_invalid', { fields: { [name]: ['invalid'] } })
  if (file.size > textFileLimit) throw new DomainError('file_invalid', { parameters: { reason: 'size' } })
  return decode(await file.arrayBuffer())
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DomainError('file_invalid', { parameters: { reason: 'encoding' } })
  }
}
