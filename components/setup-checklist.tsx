import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Actor, can, rolesThatMay } from '@/lib/access/permissions'
import type { SetupView } from '@/lib/web/setup'
import { TextLink } from './ui/text-link'

/** What the organization still needs, each with the way to it; ticked by the facts alone. */
export function SetupChecklist({ checklist, actor }: { checklist: SetupView; actor: Actor }) {
  const t = useTranslations('setup')
  const { items, done } = checklist
  const progress = t('progress', { done: String(done), total: String(items.length) })
  return (
    <>
      <p className="mb-1 text-caption text-muted">{progress}</p>
      <progress
        className="mb-3 block h-1.5 w-full overflow-hidden rounded-full accent-accent"
        max={items.length}
        value={done}
        aria-label={progress}
      />
      <ul className="grid divide-y divide-border">
        {items.map((entry) => (
          <SetupEntry key={entry.item} entry={entry} actor={actor} />
        ))}
      </ul>
    </>
  )
}

function SetupEntry({ entry, actor }: { entry: SetupView['items'][number]; actor: Actor }) {
  const t = useTranslations('setup')
  const { item, done } = entry
  const Icon = done ? CircleCheck : CircleDashed
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-2.5 py-2.5 first:pt-0 last:pb-0">
      <Icon
        role="img"
        aria-label={t(done ? 'done' : 'open')}
        className={done ? 'mt-px size-5 text-success' : 'mt-px size-5 text-muted'}
      />
      <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-[1_1_16rem]">
          <p className={done ? 'text-muted' : 'font-semibold'}>{t(`item.${item}.title`)}</p>
          {done ? null : <p className="text-muted">{t(`item.${item}.text`)}</p>}
        </div>
        {done ? null : <Way entry={entry} actor={actor} />}
      </div>
    </li>
  )
}

/** The way to the fix, or which role it takes. */
function Way({ entry: { item, href, permission }, actor }: { entry: SetupView['items'][number]; actor: Actor }) {
  const t = useTranslations('setup')
  const terms = useTranslations('terms')
  if (permission === null || can(actor, permission)) return <TextLink href={href}>{t(`item.${item}.action`)}</TextLink>
  const roles = rolesThatMay(permission, actor.organizationKind).map((role) => terms(`role.${role}`))
  return <span className="text-caption text-muted">{t('needs', { roles: roles.join(', ') })}</span>
}
