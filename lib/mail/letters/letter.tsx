import { Body, Button, Container, Head, Heading, Hr, Html, Preview, render, Text } from 'react-email'
import type { Locale } from '@/lib/i18n/locale'
import { type LetterContent, linkPlaceholder } from './letters'

// Mail programs know no custom properties: these are the light values of the design tokens.
const ink = '#1b2126'
const muted = '#57626b'
const accent = '#0b6e77'
const font = '"Segoe UI", Inter, Arial, sans-serif'

/** One letter as HTML and as text. */
export async function writeLetter(content: LetterContent, locale: Locale): Promise<{ html: string; text: string }> {
  const html = await render(<Letter content={content} locale={locale} />)
  return { html, text: plainText(content) }
}

function Letter({ content, locale }: { content: LetterContent; locale: Locale }) {
  const { heading, paragraphs, action, footnote } = content
  const withLink = paragraphs.some((paragraph) => paragraph.includes(linkPlaceholder))
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{heading}</Preview>
      <Body style={{ backgroundColor: '#f5f6f7', fontFamily: font, color: ink, margin: 0, padding: '24px 12px' }}>
        <Container
          style={{
            backgroundColor: '#ffffff',
            border: '1px solid #dde1e5',
            borderRadius: 8,
            padding: 28,
            maxWidth: 560,
          }}
        >
          <Heading as="h1" style={{ fontSize: 20, lineHeight: '28px', margin: '0 0 12px' }}>
            {heading}
          </Heading>
          {paragraphs.map((paragraph, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is drawn once
            <Paragraph key={`${position}:${paragraph}`} text={paragraph} action={action} />
          ))}
          {action && !withLink ? <ActionButton {...action} /> : null}
          <Hr style={{ borderColor: '#dde1e5', margin: '24px 0 12px' }} />
          <Text style={{ color: muted, fontSize: 12, lineHeight: '18px', margin: 0 }}>{footnote}</Text>
        </Container>
      </Body>
    </Html>
  )
}

/** User text stays text. Only the placeholder becomes the link. */
function Paragraph({ text, action }: { text: string; action: LetterContent['action'] }) {
  const [before = '', after] = text.split(linkPlaceholder)
  return (
    <>
      <Lines text={before} />
      {after !== undefined && action ? <ActionButton {...action} /> : null}
      {after === undefined ? null : <Lines text={after} />}
    </>
  )
}

function Lines({ text }: { text: string }) {
  if (text.trim() === '') return null
  return (
    <Text style={{ fontSize: 14, lineHeight: '22px', margin: '0 0 12px', whiteSpace: 'pre-line' }}>{text.trim()}</Text>
  )
}

function ActionButton({ label, url }: { label: string; url: string }) {
  return (
    <>
      <Button
        href={url}
        style={{
          backgroundColor: accent,
          color: '#ffffff',
          borderRadius: 4,
          padding: '10px 18px',
          fontSize: 14,
          fontWeight: 600,
        }}
      >
        {label}
      </Button>
      <Text style={{ color: muted, fontSize: 12, lineHeight: '18px', wordBreak: 'break-all' }}>{url}</Text>
    </>
  )
}

function plainText({ heading, paragraphs, action, footnote }: LetterContent): string {
  const body = paragraphs.map((paragraph) => paragraph.replace(linkPlaceholder, action?.url ?? ''))
  const linked = body.some((paragraph) => action && paragraph.includes(action.url))
  return [heading, ...body, ...(action && !linked ? [`${action.label}: ${action.url}`] : []), '--', footnote].join(
    '\n\n',
  )
}
