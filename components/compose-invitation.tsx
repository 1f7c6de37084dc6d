import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { CreatedInvitation, InvitationDraft } from '@/lib/web/invitation-draft'
import { InvitationComposer } from './invitation-composer'
import { type Right, RightsList } from './rights-list'
import { Card, CardHeader } from './ui/card'

type ComposeInvitationProps = {
  draft: InvitationDraft
  action: (previous: FormState<CreatedInvitation>, formData: FormData) => Promise<FormState<CreatedInvitation>>
  hidden?: Readonly<Record<string, string>>
  rights: readonly Right[]
  doneHref: string
  /** Whom it is meant for, where that is known. */
  addressee?: { name: string; email: string | null }
  children?: ReactNode
}

const texts = [
  'to',
  'toHint',
  'language',
  'validFor',
  'maxUses',
  'maxUsesHint',
  'message',
  'messageHint',
  'before',
  'after',
  'linkComes',
  'protected',
  'sendNow',
  'openInEmail',
  'copyToClipboard',
  'done',
  'replaceDraft',
  'createdTitle',
  'createdText',
  'linkTitle',
  'textTitle',
  'copied',
  'copyFailed',
  'tooLong',
  'reference',
] as const

/** The page of an invitation in the making: the message on the left, what accepting means on the right. */
export async function ComposeInvitation(props: ComposeInvitationProps) {
  const { draft, action, hidden, rights, doneHref, addressee, children } = props
  const [t, locale] = await Promise.all([getTranslations('invitations'), getLocale()])
  const words = Object.fromEntries(texts.map((name) => [name, t(`composer.${name}`)])) as Record<
    (typeof texts)[number],
    string
  >
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: draft.timeZone,
  })
  const validDays = draft.validDaysChoices.map((days) => ({
    value: String(days),
    label: t('validUntil', { days, date: date.format(draft.now.getTime() + days * 86_400_000) }),
  }))
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
      <InvitationComposer
        action={action}
        {...(hidden ? { hidden } : {})}
        drafts={addressee ? greeting(draft.drafts, addressee.name) : draft.drafts}
        {...(addressee?.email ? { to: addressee.email } : {})}
        placeholder={draft.placeholder}
        locale={locale === 'ru' ? 'ru' : 'en'}
        languages={[
          { value: 'en', label: 'English' },
          { value: 'ru', label: 'Русский' },
        ]}
        validDays={validDays}
        usualDays="30"
        usualUses={String(draft.usualUses)}
        doneHref={doneHref}
        texts={{ ...words, subject: t(`subject.${draft.kind}`, { organization: draft.organizationName }) }}
      >
        {children}
      </InvitationComposer>
      <Card>
        <CardHeader title={t('meaningTitle')} />
        <RightsList rights={rights} />
      </Card>
    </div>
  )
}

/** The drafts with a name behind their first word of greeting. */
function greeting(drafts: InvitationDraft['drafts'], name: string): InvitationDraft['drafts'] {
  const greet = (text: string) => text.replace(/^([^\n,!]+)[,!]/, (_, hello: string) => `${hello}, ${name},`)
  return { en: greet(drafts.en), ru: greet(drafts.ru).replace(/^([^\n]+),(?=\n)/, '$1!') }
}
