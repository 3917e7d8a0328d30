import type { Mail } from './mailer.ts'

/** What nodemailer makes a message of. It reads no files and no addresses on the net for it. */
export function messageOf(mail: Mail, from: string) {
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'tapdesk.invalid'
  return {
    from,
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(mail.returnTo !== null && { envelope: envelopeOf(mail.returnTo, mail.to), dsn }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Where the server knows how (RFC 3461): a report of what failed, without the mail and its link. */
const dsn = { ret: 'HDRS', notify: 'FAILURE' } as const

const envelopeOf = (from: string, to: string) => ({ from, to })

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
