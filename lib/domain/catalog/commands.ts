import { command } from '@/lib/core/operation'
import { readCatalog } from './file'
import { storeCatalog } from './import-steps'
import { importCatalogInput } from './schema'

/**
 * Makes the portal's catalogue what a file says: new and changed offers are written, those that are gone withdrawn. A file
 * with anything wrong in it changes nothing.
 * @throws DomainError `file_invalid`; with the reason `content` its `fields` name the cells, see `rowErrorsOf`
 */
export const importCatalog = command({
  access: 'catalog.import',
  input: importCatalogInput,
  prepare: async ({ input }) => readCatalog(input.content),
  async run({ db, audit }, rows) {
    const counts = await storeCatalog(db, rows)
    const { offers, availabilities, withdrawnAvailabilities: withdrawn } = counts
    await audit('catalog.imported', { offers, availabilities, withdrawn })
    return counts
  },
})
