import { listActivity } from '@/lib/domain/activity/queries'
import { sentenceValues } from '@/lib/i18n/activity-sentence'
import { cultureName } from '@/lib/i18n/culture-names'
import { underscored } from '@/lib/i18n/messages'
import type { AuditType, Segment } from '../activity'
import type { Export } from '../export'
import { moment, text } from './columns'

type List = typeof listActivity
type Row = Awaited<ReturnType<List>>['rows'][number]

/** The activity log in the order and the words the page shows it in. */
export const activityExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listActivity,
  fileName: 'activity-log',
  title: ({ words }) => words('activity.title'),
  columns: ({ words, actor }) => [
    moment(words('exports.dateAndTime', { zone: actor.timeZone }), (row) => row.occurredAt),
    text(words('exports.affected'), (row) => row.subjectOrganizationName),
    text(words('activity.type_label'), (row) => words(`activity.type.${underscored(row.type as AuditType)}`)),
    text(words('activity.what'), (row) =>
      words.markup(`activity.sentence.${underscored(row.type as AuditType)}`, {
        ...sentenceValues(row, {
          nobody: words('activity.nobody'),
          role: (role) => words(`terms.role.${role}`),
          permission: (permission) => words(`terms.permission.${underscored(permission)}`),
          culture: (culture) => cultureName(actor.locale, culture),
          segment: (segment) => words(`terms.segment.${segment as Segment}`),
        }),
        b: (chunks: string) => chunks,
      }),
    ),
    text(words('exports.user'), (row) => row.actorName),
    text(words('exports.organization'), (row) => row.actorOrganizationName),
    text(words('exports.requestId'), (row) => row.requestId),
  ],
}
