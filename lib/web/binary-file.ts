/** What a file field becomes: the name is the sender's word, the content is looked at by whoever takes it. */
export interface UploadedFile {
  name: string
  content: Uint8Array
}

/** In bytes: nothing larger is read into memory. One more than any operation takes, so that it can refuse in its own words. */
export const binaryFileLimit = 5 * 1024 * 1024 + 1

/** The one file in a field of a form, cut off behind the limit; undefined where none was chosen. */
export async function readBinaryFile(formData: FormData, name: string): Promise<UploadedFile | undefined> {
  const files = formData.getAll(name).filter((value) => typeof value !== 'string')
  // A browser sends a nameless empty file where none was chosen.
  const [file] = files.filter(({ size, name: given }) => size > 0 || given !== '')
  if (!file) return undefined
  const bytes = await file.slice(0, binaryFileLimit).arrayBuffer()
  return { name: file.name, content: new Uint8Array(bytes) }
}
