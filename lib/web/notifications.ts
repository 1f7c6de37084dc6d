export type { NotificationKind } from '@/lib/domain/notifications/schema'

/** Where a notification leads once it is read. */
export async function followNotification({ path }: { path: string }) {
  return { redirectTo: path }
}

/** Back to the page that explains what was refused, which says that it was asked for. */
export async function sayThatAsked({ permission }: { permission: string }) {
  return { redirectTo: `/no-access?permission=${permission}&notice=permission_asked` }
}
