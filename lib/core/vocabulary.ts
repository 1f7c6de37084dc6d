import { z } from 'zod'

/** The words all inputs are made of. Errors are message keys in `fields` of the error messages. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/
const loneSurrogate = /\p{Surrogate}/u

function clean(text: string): boolean {
  return !forbidden.test(text) && !loneSurrogate.test(text)
}

const anyText = z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'invalid') })

/** One line of visible text, trimmed, at most `max` characters. */
export function line(max: number) {
  return anyText
    .max(max * 4, { error: 'too_long' })
    .refine((text) => clean(text) && !/[\r\n\t]/.test(text), { error: 'characters', abort: true })
    .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .pipe(z.string().min(1, { error: 'required' }).max(max, { error: 'too_long' }))
}

/** Several lines of plain text. */
export function paragraphs(max: number) {
  return anyText
    .max(max * 2, { error: 'too_long' })
    .refine(clean, { error: 'characters', abort: true })
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max, { error: 'too_long' }))
}

/** A field a form may leave empty: empty text means absent. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([z.literal('').transform(() => undefined), z.undefined(), schema])
    .optional()
    .transform((value) => value as z.output<Schema> | undefined)
}

/** What a search box may hold. */
export const searchTerm = optional(line(100))

export const identifier = z.uuid({ error: 'invalid' })

/** What a form showed when it was opened, as `versionOf` put it: two people may edit at once. */
export const formVersion = z.string({ error: 'invalid' }).regex(/^[\w-]{22}$/, { error: 'invalid' })

/**
 * A mailbox: ASCII domain, no quoting, no comments, one @. Lower case, so that it compares.
 * Stricter than the standard on purpose: what mail servers read differently is refused.
 */
export const emailAddress = anyText
  .max(254, { error: 'too_long' })
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: 'required' })
      .regex(
        /^(?!\.|[^@]*\.[.@])[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
        { error: 'email' },
      ),
  )

/** A domain name such as alder-it.example. */
export const domainName = anyText
  .max(253, { error: 'too_long' })
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: 'required' })
      .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, { error: 'domain' }),
  )

/** An address of the web; who leaves out https:// is forgiven. No sign-in stands in it. */
export const webAddress = line(200)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .refine(isWebAddress, { error: 'web_address' })

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return ['https:', 'http:'].includes(protocol) && hostname.includes('.') && username === '' && password === ''
}

/** A tick box of a form: present or absent. */
export const tick = z
  .union([z.literal('on'), z.boolean()])
  .optional()
  .transform((value) => value === true || value === 'on')

/** A tick box that must be ticked. */
export const requiredTick = tick.refine((ticked) => ticked, { error: 'tick_required' })

/** A whole number that arrives as text from a form or as a number from code. */
export function wholeNumber(min: number, max: number) {
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      { error: 'number' },
    )
    .pipe(z.number().int({ error: 'number' }).min(min, { error: 'number_range' }).max(max, { error: 'number_range' }))
}

/** A calendar day, yyyy-mm-dd. */
export const calendarDay = z.iso.date({ error: 'date' })

/** IANA name of a time zone; one this server does not know counts as none. */
export const timeZone = z
  .string()
  .max(60)
  .optional()
  .transform((name) => (name && isTimeZone(name) ? name : undefined))

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const locale = z.enum(['en', 'ru'], { error: 'invalid' })
