import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import { environment } from '@/lib/core/env'
import { getMailboxMessage } from '@/lib/domain/mailbox/queries'
import { read, readerTimeZone } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mailbox'))('one') }
}

export default async function MailboxMessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const { messageId } = await params
  const [message, t, locale, timeZone] = await Promise.all([
    read(getMailboxMessage, { messageId }),
    getTranslations('mailbox'),
    getLocale(),
    readerTimeZone(),
  ])
  return (
    <div>
      <PageHeader title={message.subject} breadcrumbs={[{ href: '/mailbox', label: t('title') }]} />
      <Card className="grid gap-4">
        <DescriptionList
          items={[
            { term: t('to'), details: message.toAddress },
            {
              term: t('at'),
              details: <LocalTime value={message.receivedAt} locale={locale} timeZone={timeZone} show="zonedTime" />,
            },
          ]}
        />
        <div className="max-w-180 whitespace-pre-line [overflow-wrap:anywhere]">{withLinks(message.text)}</div>
      </Card>
    </div>
  )
}

/** Only the portal's own addresses become links: the rest of a letter is somebody's text. */
function withLinks(text: string) {
  const origin = environment().APP_ORIGIN
  return text.split(/(https?:\/\/\S+)/).map((part, position) =>
    part.startsWith(`${origin}/`) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a letter never change
      <TextLink key={`${position}:${part}`} href={part.slice(origin.length)}>
        {part}
      </TextLink>
    ) : (
      part
    ),
  )
}
