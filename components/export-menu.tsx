import { useTranslations } from 'next-intl'
import type { Messages } from '@/lib/i18n/messages'
import { buttonClass } from './ui/button'
import { Download } from './ui/icons'
import { Menu } from './ui/menu'
import { MenuHeading, MenuLink } from './ui/menu-entries'

type ExportMenuProps = {
  /** The route beside the list. */
  path: string
  /** The filter of the list, without its page; left out where there is none to be set. */
  filter?: Readonly<Record<string, string | undefined>>
  label: Extract<
    keyof Messages['exports'],
    'customers' | 'known' | 'subscriptions' | 'orders' | 'users' | 'incentives' | 'activity'
  >
}

/** Downloads the rows of the current filter. Plain links without `download`: whoever is led to sign in must not save that page. */
export function ExportMenu({ path, filter, label }: ExportMenuProps) {
  const t = useTranslations('exports')
  const href = (format: 'csv' | 'xlsx') => {
    const search = new URLSearchParams({ format })
    for (const [name, value] of Object.entries(filter ?? {})) if (value) search.set(name, value)
    return `${path}?${search}`
  }
  const button = (
    <>
      <Download />
      {t(label)}
    </>
  )
  return (
    <Menu button={button} buttonClassName={buttonClass({ variant: 'subtle' })}>
      <MenuHeading>{t(filter ? 'hint' : 'hintUnfiltered')}</MenuHeading>
      <MenuLink href={href('csv')} download={false}>
        {t('csv')}
      </MenuLink>
      <MenuLink href={href('xlsx')} download={false}>
        {t('xlsx')}
      </MenuLink>
    </Menu>
  )
}
