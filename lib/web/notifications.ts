export type { NotificationKind } from '@/lib/domain/notifications/schema'

/** Where a notification leads once it is read. The bell has one less. */
export async function followNotification({ path }: { path: string }) {
  return { redirectTo: path, anew: true as const }
}

/** The bell has nothing left to count. */
export async function sayThatAllIsRead() {
  return { redirectTo: '/notifications?notice=all_read', anew: true as const }
}

/** Back to the page that explains what was refused, which says that it was asked for. */
export async function sayThatAsked({ permission }: { permission: string }) {
  return { redirectTo: `/no-access?permission=${permission}&notice=permission_asked` }
}
