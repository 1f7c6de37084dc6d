import type { MailTranslator } from '../translator'

/** Letters to customers about what they have bought. Days are ISO dates. */
export type SubscriptionLetters = {
  subscriptionSuspended: {
    customerId: string
    title: string
    suspendedBy: string
    reason: string | null
    lastDay: string
  }
  subscriptionCancelled: { customerId: string; title: string; cancelledBy: string }
  subscriptionEnding: { customerId: string; title: string; lastDay: string; workableUntil: string }
  subscriptionRenewing: { customerId: string; title: string; lastDay: string; quantity: number; unassigned: number }
  subscriptionRenewed: { customerId: string; title: string; quantity: number; lastDay: string; changeableUntil: string }
}

type Content = { subject: string; heading: string; paragraphs: string[] }
type Writers = {
  [Name in keyof SubscriptionLetters]: (parameters: SubscriptionLetters[Name], t: MailTranslator) => Content
}

export const subscriptionLetters: Writers = {
  subscriptionSuspended: ({ reason, lastDay, ...names }, t) =>
    letter(t, 'subscriptionSuspended', { ...names, lastDay: day(t, lastDay) }, [
      ...(reason ? [t('subscriptionSuspended.reason', { reason })] : []),
    ]),
  subscriptionCancelled: (names, t) => letter(t, 'subscriptionCancelled', names),
  subscriptionEnding: ({ lastDay, workableUntil, ...names }, t) =>
    letter(t, 'subscriptionEnding', { ...names, lastDay: day(t, lastDay), workableUntil: day(t, workableUntil) }),
  subscriptionRenewing: ({ lastDay, quantity, unassigned, ...names }, t) =>
    letter(t, 'subscriptionRenewing', { ...names, lastDay: day(t, lastDay), quantity }, [
      ...(unassigned > 0 ? [t('subscriptionRenewing.unassigned', { unassigned } as never)] : []),
    ]),
  subscriptionRenewed: ({ lastDay, changeableUntil, ...names }, t) =>
    letter(t, 'subscriptionRenewed', { ...names, lastDay: day(t, lastDay), changeableUntil: day(t, changeableUntil) }),
}

function letter(
  t: MailTranslator,
  name: string,
  values: Record<string, string | number>,
  more: string[] = [],
): Content {
  // The translator takes numbers too, for words that count.
  const given = values as Record<string, string>
  return {
    subject: t(`${name}.subject`, given),
    heading: t(`${name}.heading`, given),
    paragraphs: [t(`${name}.text`, given), ...more],
  }
}

function day(t: MailTranslator, isoDate: string): string {
  const format = new Intl.DateTimeFormat(t('dateLocale'), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${isoDate}T00:00:00Z`))
}
