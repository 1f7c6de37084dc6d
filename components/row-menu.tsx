import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { iconButtonClass } from './ui/icon-button'
import { Ellipsis } from './ui/icons'
import { Menu } from './ui/menu'

/** The rare things one can do with a row. `name` is the row's; entries from `ui/menu-entries`. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations('ui')
  return (
    <Menu label={t('actionsFor', { name })} button={<Ellipsis />} buttonClassName={iconButtonClass()}>
      {children}
    </Menu>
  )
}
