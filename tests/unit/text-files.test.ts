import { describe, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { readTextFile, textFileLimit } from '@/lib/web/text-file'

function form(...files: (File | string)[]): FormData {
  const made = new FormData()
  for (const file of files) made.append('file', file)
  return made
}

const file = (content: string | Uint8Array<ArrayBuffer>, name = 'people.csv') => new File([content], name)

async function answer(...files: (File | string)[]): Promise<unknown> {
  try {
    return await readTextFile(form(...files), 'file')
  } catch (error) {
    if (isDomainError(error)) return [error.code, error.parameters.reason ?? error.fields]
    throw error
  }
}

describe('the text of an uploaded file', () => {
  test('is read as UTF-8, without its byte order mark', async () => {
    expect(await answer(file('Имя;Name\n'))).toBe('Имя;Name\n')
    expect(await answer(file('\ufeffName\n'))).toBe('Name\n')
  })

  test('is absent where no file was chosen, and empty where the file is', async () => {
    expect(await answer()).toBeUndefined()
    expect(await answer(file('', ''))).toBeUndefined()
    expect(await answer(file(''))).toBe('')
    expect(await answer('typed by hand')).toBeUndefined()
  })

  test('is refused in any other encoding, beyond the limit, and from several files', async () => {
    const windows1251 = new Uint8Array([0xc8, 0xec, 0xff])
    const utf16 = new Uint8Array([0xff, 0xfe, 0x4e, 0x00])
    expect(await answer(file(windows1251))).toEqual(['file_invalid', 'encoding'])
    expect(await answer(file(utf16))).toEqual(['file_invalid', 'encoding'])
    expect(await answer(file('x'.repeat(textFileLimit)))).toHaveLength(textFileLimit)
    expect(await answer(file('x'.repeat(textFileLimit + 1)))).toEqual(['file_invalid', 'size'])
    expect(await answer(file('a'), file('b'))).toEqual(['input_invalid', { file: ['invalid'] }])
  })
})
