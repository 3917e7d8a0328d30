import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type SunkMail = ParsedMail & {
  /** As it came over the wire. */
  readonly raw: string
  /** Where the envelope wants reports to go. */
  readonly sender: string
  /** Whom the envelope named. */
  readonly recipients: readonly string[]
}

type Refusal = { readonly code: number; readonly text: string }

export type SmtpSink = Awaited<ReturnType<typeof startSmtpSink>>

/** A real SMTP server on a free port of loopback that keeps what it gets. */
export async function startSmtpSink() {
  const mails: SunkMail[] = []
  const refusals = new Map<string, Refusal>()
  const arrivals = new EventEmitter().setMaxListeners(0)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = refusals.get(address.toLowerCase())
      arrivals.emit('asked', address)
      if (!refusal) return done()
      return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
    },
    onData(stream, { envelope }, done) {
      void buffer(stream).then(async (bytes) => {
        const parsed = await simpleParser(bytes)
        const recipients = envelope.rcptTo.map(({ address }) => address)
        const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        mails.push({ ...parsed, raw: bytes.toString('utf8'), sender, recipients })
        done()
        arrivals.emit('mail')
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** Answers RCPT TO of this address so, until `accept`. */
    refuse: (address: string, code: number, text: string) =>
      refusals.set(address.toLowerCase(), { code, text }),
    accept: (address: string) => refusals.delete(address.toLowerCase()),
    /** The nth mail (from 1) to this address, as soon as it is there. */
    async mailTo(address: string, nth = 1): Promise<SunkMail> {
      for (;;) {
        const mail = mails.filter(({ recipients }) => recipients.includes(address))[nth - 1]
        if (mail) return mail
        await once(arrivals, 'mail')
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The link to a page of the cloud that a mail carries. */
export function linkIn(
  mail: Pick<ParsedMail, 'text'>,
  page: 'register' | 'password' = 'register',
): string {
  const link = new RegExp(`https?://\\S+/${page}/[\\w-]+`).exec(mail.text ?? '')?.[0]
  if (link === undefined) throw new Error('the mail has no link')
  return link
}
