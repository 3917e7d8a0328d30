import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Mail, Mailer } from './mailer.ts'
import { messageOf } from './message.ts'

/** Where there is no SMTP server: every mail becomes a file `….eml` in the folder, whole or not at all. */
export function createFileMailer(folder: string, from: string): Mailer {
  return {
    async send(mail) {
      const message = await compose(mail, from)
      const file = path.join(folder, `${mail.id}.eml`)
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(`${file}.part`, message)
        await rename(`${file}.part`, file)
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : 'disk'
        return { outcome: 'failed', reason, uncertain: false }
      }
      return { outcome: 'sent' }
    },
    close() {},
  }
}

async function compose(mail: Mail, from: string): Promise<Buffer> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(messageOf(mail, from))
  if (!Buffer.isBuffer(message)) throw new Error('a stream where bytes were asked for')
  return message
}
