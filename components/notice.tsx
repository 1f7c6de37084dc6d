import { useTranslations } from 'next-intl'
import { Note } from './ui/note'

/** What the page before has just done, named by a message key in the address. Unknown keys say nothing. */
export function Notice({ code }: { code: string | undefined }) {
  const t = useTranslations('notices')
  if (!isNotice(code, t)) return null
  return (
    <div className="mb-4">
      <Note tone="success" role="status">
        {t(code)}
      </Note>
    </div>
  )
}

type Notices = ReturnType<typeof useTranslations<'notices'>>

function isNotice(code: string | undefined, t: Notices): code is Parameters<Notices>[0] {
  return code !== undefined && /^[a-z_]+$/.test(code) && t.has(code as Parameters<Notices>[0])
}
