import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Notice } from '@/components/notice'
import { NotificationList } from '@/components/notification-list'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { Card } from '@/components/ui/card'
import { listNotifications } from '@/lib/domain/notifications/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { openNotificationAction, readAllNotificationsAction, readNotificationAction } from './actions'

const path = '/notifications'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('page.title') }
}

/** What others did that concerns the reader. */
export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...place } = await pickParameters(searchParams, ['after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listNotifications, place),
    getTranslations('notifications.page'),
    getLocale(),
  ])
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={
          actor.unread > 0 ? (
            <Form action={readAllNotificationsAction} idPrefix="all">
              <SubmitButton variant="secondary">{t('markAll')}</SubmitButton>
            </Form>
          ) : null
        }
      />
      <Card padding="none" as="div" className="overflow-clip">
        {page.rows.length === 0 ? (
          <EmptyState title={t('none')} description={t('noneHint')} />
        ) : (
          <>
            <NotificationList
              rows={page.rows}
              locale={locale}
              timeZone={actor.timeZone}
              openAction={openNotificationAction}
              readAction={readNotificationAction}
            />
            <Pagination
              shown={page.rows.length}
              previousHref={page.previous && hrefWith(path, {}, { before: page.previous })}
              nextHref={page.next && hrefWith(path, {}, { after: page.next })}
            />
          </>
        )}
      </Card>
    </>
  )
}
