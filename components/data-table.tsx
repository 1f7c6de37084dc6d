import { useTranslations } from 'next-intl'
import { DataTableView, type DataTableViewProps, type DataTableWords } from './data-table-view'

export type { Column } from './data-table-view'

export type DataTableProps<Row> = Omit<DataTableViewProps<Row>, 'words' | 'toggle'>

/** For server components; a client component uses the view and is handed the words. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return <DataTableView {...props} words={useDataTableWords()} />
}

export function useDataTableWords(): DataTableWords {
  const t = useTranslations('ui')
  return { details: t('details'), detailsOf: t('detailsOf', { name: '{name}' }), actions: t('actions') }
}
