'use client'

import { type ReactNode, useActionState, useState, useSyncExternalStore } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { CreatedInvitation } from '@/lib/web/invitation-draft'
import { Field } from './form/field'
import { FormStateProvider } from './form/form-state'
import { InvitationCreated, type InvitationCreatedTexts } from './invitation-created'
import { LinkBox } from './link-box'
import { Badge } from './ui/badge'
import { Button, ButtonLink } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { Card } from './ui/card'
import { Copy, Mail, Send } from './ui/icons'
import { Note } from './ui/note'
import { Select, type SelectOption } from './ui/select'
import { TextInput } from './ui/text-input'

type Created = CreatedInvitation

type ComposerTexts = InvitationCreatedTexts &
  Record<
    | 'to'
    | 'toHint'
    | 'language'
    | 'validFor'
    | 'maxUses'
    | 'maxUsesHint'
    | 'message'
    | 'messageHint'
    | 'before'
    | 'after'
    | 'linkComes'
    | 'protected'
    | 'sendNow'
    | 'openInEmail'
    | 'copyToClipboard'
    | 'done'
    | 'replaceDraft'
    | 'subject'
    | 'reference',
    string
  >

type ComposerProps = {
  action: (previous: FormState<Created>, formData: FormData) => Promise<FormState<Created>>
  hidden?: Readonly<Record<string, string>>
  /** The draft in each language, with the placeholder of the link. */
  drafts: Readonly<Record<'en' | 'ru', string>>
  placeholder: string
  locale: 'en' | 'ru'
  languages: readonly SelectOption[]
  validDays: readonly SelectOption[]
  usualDays: string
  usualUses: string
  doneHref: string
  /** An address to begin with. */
  to?: string
  texts: ComposerTexts
  /** Further choices of this kind of invitation. */
  children?: ReactNode
}

/** Writes an invitation: the text is free, the personal link stands between its two halves and cannot be taken out. */
export function InvitationComposer(props: ComposerProps) {
  const { action, hidden = {}, drafts, placeholder, texts, children, doneHref } = props
  const [state, submit, pending] = useActionState<FormState<Created>, FormData>(action, { status: 'idle' })
  const [intent, setIntent] = useState<'copy' | 'mail'>('copy')
  const message = useMessage(drafts, placeholder, props.locale)
  const [to, setTo] = useState(props.to ?? '')
  if (state.status === 'done' && state.shown?.link) {
    const text = message.whole.replace(placeholder, state.shown.link)
    return (
      <InvitationCreated
        link={state.shown.link}
        text={text}
        to={to}
        intent={intent}
        doneHref={doneHref}
        texts={texts}
        subject={texts.subject}
      />
    )
  }
  return (
    <Card>
      <form action={submit} className="grid gap-4" noValidate>
        {Object.entries({ ...hidden, message: message.whole }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state.status === 'failed' ? (
          <Note tone="danger" role="alert">
            {state.message} {state.requestId ? `${texts.reference} ${state.requestId}` : null}
          </Note>
        ) : null}
        <FormStateProvider state={{ errors: state.fields, values: state.values }}>
          <Field label={texts.to} name="to" hint={texts.toHint}>
            <TextInput
              type="email"
              autoComplete="off"
              maxLength={254}
              defaultValue={props.to}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={texts.language} name="locale">
              <Select
                options={props.languages}
                defaultValue={props.locale}
                onChange={(event) => message.speak(event.target.value === 'ru' ? 'ru' : 'en')}
              />
            </Field>
            <Field label={texts.validFor} name="validDays">
              <Select options={props.validDays} defaultValue={props.usualDays} />
            </Field>
          </div>
          {to === '' ? (
            <Field label={texts.maxUses} name="maxUses" hint={texts.maxUsesHint}>
              <TextInput inputMode="numeric" defaultValue={props.usualUses} className="max-w-40" maxLength={3} />
            </Field>
          ) : null}
          {children}
        </FormStateProvider>
        <MessageBox message={message} texts={texts} error={state.fields?.message} />
        {message.offered ? (
          <Note action={<Button onClick={message.replace}>{texts.replaceDraft}</Button>}>{texts.message}</Note>
        ) : null}
        <ButtonRow>
          <Button type="submit" name="delivery" value="portal" variant="primary" icon={<Send />} pending={pending}>
            {texts.sendNow}
          </Button>
          <Button
            type="submit"
            name="delivery"
            value="self"
            icon={<Mail />}
            disabled={pending}
            onClick={() => setIntent('mail')}
          >
            {texts.openInEmail}
          </Button>
          <Button
            type="submit"
            name="delivery"
            value="self"
            icon={<Copy />}
            disabled={pending}
            onClick={() => setIntent('copy')}
          >
            {texts.copyToClipboard}
          </Button>
          <ButtonLink href={doneHref} variant="subtle" className="sm:ml-auto">
            {texts.done}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Card>
  )
}

type Message = ReturnType<typeof useMessage>

/** The two halves of the text around the link, and what happens to them when the language changes. */
function useMessage(drafts: ComposerProps['drafts'], placeholder: string, first: 'en' | 'ru') {
  const [locale, setLocale] = useState(first)
  const halves = (language: 'en' | 'ru') => drafts[language].split(placeholder).map((half) => half.trim())
  const [[before = '', after = ''], setHalves] = useState(() => halves(first))
  const [draftOf, setDraftOf] = useState(first)
  const untouched = [before, after].join() === halves(draftOf).join()
  const replaceBy = (language: 'en' | 'ru') => {
    setHalves(halves(language))
    setDraftOf(language)
  }
  return {
    before,
    after,
    whole: `${before.trim()}\n\n${placeholder}\n\n${after.trim()}`,
    write: (part: 'before' | 'after', text: string) => setHalves(part === 'before' ? [text, after] : [before, text]),
    /** An edited text is not thrown away by choosing another language. */
    offered: locale !== draftOf,
    speak: (language: 'en' | 'ru') => {
      setLocale(language)
      if (untouched) replaceBy(language)
    },
    replace: () => replaceBy(locale),
  }
}

const never = () => () => undefined

function MessageBox({ message, texts, error }: { message: Message; texts: ComposerTexts; error: string | undefined }) {
  // Before any script has loaded an edit would be lost, so the text is not editable yet.
  const editable = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const half = 'block w-full resize-none bg-transparent p-3 field-sizing-content min-h-16 rounded-control'
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{texts.message}</legend>
      <div className="rounded-control border border-border-strong bg-surface">
        <textarea
          aria-label={texts.before}
          className={half}
          readOnly={!editable}
          rows={6}
          value={message.before}
          maxLength={3000}
          onChange={(event) => message.write('before', event.target.value)}
        />
        <div className="px-3">
          <LinkBox end={<Badge tone="neutral">{texts.protected}</Badge>}>{texts.linkComes}</LinkBox>
        </div>
        <textarea
          aria-label={texts.after}
          className={half}
          readOnly={!editable}
          rows={3}
          value={message.after}
          maxLength={1500}
          onChange={(event) => message.write('after', event.target.value)}
        />
      </div>
      <p className="mt-1 text-caption text-muted">{texts.messageHint}</p>
      {error ? (
        <p role="alert" className="mt-1 text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
