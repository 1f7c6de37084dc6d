import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A letter as it arrived at the mail server. */
export interface Letter {
  messageId: string
  to: string
  from: string
  subject: string
  text: string
  html: string
}

/**
 * A real mail server on a port of its own. Every letter it takes is a file, so that all processes of the tests can read it.
 * @param hesitation milliseconds between taking a letter and saying so: a sender that dies meanwhile does not know
 * @returns the port and how to close it
 */
export async function openMailSink(directory: string, hesitation = 0) {
  mkdirSync(directory, { recursive: true })
  let number = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      text(stream)
        .then(async (raw) => {
          number += 1
          const file = join(directory, String(number).padStart(6, '0'))
          const letter = await read(raw, session.envelope.rcptTo.map(({ address }) => address).join(','))
          writeFileSync(`${file}.part`, JSON.stringify(letter))
          renameSync(`${file}.part`, `${file}.json`)
        })
        .then(() => sleep(hesitation))
        .then(() => done(), done)
    },
  })
  // A worker that is killed breaks its connection.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}

async function read(raw: string, to: string): Promise<Letter> {
  const mail = await PostalMime.parse(raw)
  const { messageId = '', subject = '', html = '' } = mail
  return { messageId, to, from: mail.from?.address ?? '', subject, text: mail.text ?? '', html }
}

/** Everything that has arrived so far, in order. */
export function readLetters(directory: string): Letter[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Letter)
}
