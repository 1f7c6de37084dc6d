import type { ReactNode } from 'react'
import { TextLink } from './ui/text-link'

type NameCellProps = { href?: string; name: string; detail?: ReactNode; mark?: ReactNode }

/** First column of a table: the name as a link, beneath it the domain or whatever tells two of a name apart. */
export function NameCell({ href, name, detail, mark }: NameCellProps) {
  const text = (
    <div className={mark ? 'min-w-0' : undefined}>
      {href ? (
        <TextLink href={href} look="plain" className="font-semibold">
          {name}
        </TextLink>
      ) : (
        <span className="font-semibold">{name}</span>
      )}
      {detail && <div className="text-caption text-muted">{detail}</div>}
    </div>
  )
  if (!mark) return text
  return (
    <div className="flex items-center gap-2.5">
      {mark}
      {text}
    </div>
  )
}
