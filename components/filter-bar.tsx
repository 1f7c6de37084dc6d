import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FilterSubmit } from './filter-submit'
import { Button } from './ui/button'
import { Search } from './ui/icons'
import { Select, type SelectOption } from './ui/select'
import { TextInput } from './ui/text-input'
import { TextLink } from './ui/text-link'

export type Filter = { name: string; label: string; options: readonly SelectOption[]; value?: string }

type FilterBarProps = {
  /** Where the form leads: the list's own path. */
  action: string
  search?: { name?: string; label: string; placeholder?: string; value?: string }
  filters?: readonly Filter[]
  /** What must survive in the address, e.g. the sort. */
  keep?: Readonly<Record<string, string | undefined>>
  /** `Chip`s. */
  chips?: ReactNode
  /** The list without any filter; shown while something is filtered. */
  clearHref?: string
  /** At the right edge: export and the like. */
  actions?: ReactNode
}

/** Search field and filters of a list, as a plain GET form; with script a changed filter applies at once. */
export function FilterBar({ action, search, filters = [], keep = {}, chips, clearHref, actions }: FilterBarProps) {
  const t = useTranslations('ui')
  return (
    <div className="flex flex-wrap items-center gap-2 border-border border-b px-3 py-2.5">
      <search aria-label={t('filters')} className="contents">
        <form action={action} className="contents">
          {Object.entries(keep).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          {search && (
            <TextInput
              type="search"
              name={search.name ?? 'search'}
              aria-label={search.label}
              placeholder={search.placeholder ?? search.label}
              defaultValue={search.value}
              icon={<Search />}
              className="w-75 max-sm:w-full"
            />
          )}
          {filters.map((filter) => (
            <Select
              key={filter.name}
              name={filter.name}
              aria-label={filter.label}
              options={filter.options}
              defaultValue={filter.value ?? ''}
              className="max-w-72 max-sm:w-full max-sm:max-w-none"
            />
          ))}
          <FilterSubmit>
            <Button type="submit" className="max-sm:w-full">
              {t('apply')}
            </Button>
          </FilterSubmit>
        </form>
      </search>
      {chips}
      {clearHref && (
        <TextLink href={clearHref} look="plain" className="px-1 py-1">
          {t('clearFilters')}
        </TextLink>
      )}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-1 max-sm:ml-0">{actions}</div>}
    </div>
  )
}
