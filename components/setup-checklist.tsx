import { useTranslations } from 'next-intl'
import { type Actor, can, rolesThatMay } from '@/lib/access/permissions'
import type { SetupView } from '@/lib/web/setup'
import { CircleCheck, CircleDashed } from './ui/icons'
import { TextLink } from './ui/text-link'

type Entry = SetupView['items'][number]

/** What the organization still needs, each with the way to it, and below it what is done; ticked by the facts alone. */
export function SetupChecklist({ checklist, actor }: { checklist: SetupView; actor: Actor }) {
  const t = useTranslations('setup')
  const { items, done } = checklist
  const progress = t('progress', { done: String(done), total: String(items.length) })
  const [open, finished] = [items.filter((entry) => !entry.done), items.filter((entry) => entry.done)]
  return (
    <>
      <p className="mb-1 text-caption text-muted">{progress}</p>
      <progress
        className="mb-3 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-border [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-border [&::-webkit-progress-value]:bg-accent"
        max={items.length}
        value={done}
        aria-label={progress}
      />
      {open.length > 0 && (
        <ul className="grid divide-y divide-border">
          {open.map((entry) => (
            <OpenItem key={entry.item} entry={entry} actor={actor} />
          ))}
        </ul>
      )}
      {finished.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 border-border border-t pt-3 text-muted first-of-type:mt-0 first-of-type:border-0 first-of-type:pt-0">
          {finished.map(({ item }) => (
            <li key={item} className="flex items-start gap-1.5">
              <CircleCheck label={t('done')} className="mt-0.5 size-4 flex-none text-success" />
              {t(`item.${item}.title`)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function OpenItem({ entry, actor }: { entry: Entry; actor: Actor }) {
  const t = useTranslations('setup')
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-2.5 py-2.5 first:pt-0 last:pb-0">
      <CircleDashed label={t('open')} className="mt-px size-5 text-muted" />
      <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-[1_1_16rem]">
          <p className="font-semibold">{t(`item.${entry.item}.title`)}</p>
          <p className="text-muted">{t(`item.${entry.item}.text`)}</p>
        </div>
        <Way entry={entry} actor={actor} />
      </div>
    </li>
  )
}

/** The way to the fix, or which role it takes. */
function Way({ entry: { item, href, permission }, actor }: { entry: Entry; actor: Actor }) {
  const t = useTranslations('setup')
  const terms = useTranslations('terms')
  if (permission === null || can(actor, permission)) return <TextLink href={href}>{t(`item.${item}.action`)}</TextLink>
  const roles = rolesThatMay(permission, actor.organizationKind).map((role) => terms(`role.${role}`))
  return <span className="text-caption text-muted">{t('needs', { roles: roles.join(', ') })}</span>
}
