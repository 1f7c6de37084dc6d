import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real mail server that keeps what it gets. It can be stopped and started again on the same port. */
export class MailServer {
  readonly received: (Email & { to_: string[]; raw: string })[] = []
  private server: SMTPServer | undefined
  private port = 0

  async start(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', async () => {
          const raw = Buffer.concat(parts).toString('utf8')
          this.received.push({
            ...(await PostalMime.parse(raw)),
            raw,
            to_: session.envelope.rcptTo.map(({ address }) => address),
          })
          done()
        })
      },
    })
    server.on('error', () => {})
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.server.address() as AddressInfo).port
    this.server = server
    return `smtp://127.0.0.1:${this.port}`
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(resolve) : resolve()))
    this.server = undefined
  }
}
