import type { NodemailerError } from 'nodemailer'
import { type Delivery, type Mailer, reasonOf } from './mailer.ts'
import { messageOf } from './message.ts'

/**
 * Sends by SMTP. `url` is of the form `smtp://user:password@host:587`, or `smtps://…`; the library loads
 * with the first mail. Trying again is the queue's matter, not the connection's.
 */
export function createSmtpMailer(url: string, from: string): Mailer {
  let line: ReturnType<typeof open> | null = null
  return {
    async send(mail) {
      try {
        const transport = await (line ??= open(url))
        await transport.sendMail(messageOf(mail, from))
        return { outcome: 'sent' }
      } catch (error) {
        if (error instanceof Error) return failure(error)
        throw error
      }
    },
    close() {
      void line?.then((transport) => transport.close())
    },
  }
}

async function open(url: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  })
}

/** A reply 5xx about this mail is final; trouble with the line or with our own sign-in is not. */
function failure(error: NodemailerError): Delivery {
  const { code = '', command = '', permanent, response } = error
  const reason = reasonOf(response ?? error.message)
  const aboutMail = /^(MAIL FROM|RCPT TO|DATA)/.test(command)
  if (permanent === true && aboutMail) return { outcome: 'refused', reason }
  const unspeakable = permanent === undefined && (code === 'EENVELOPE' || code === 'EMESSAGE')
  if (unspeakable) return { outcome: 'refused', reason }
  return { outcome: 'failed', reason, uncertain: command.startsWith('DATA') && !response }
}
