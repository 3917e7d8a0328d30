import { createTransport } from 'nodemailer'

export type Report = {
  readonly to: string
  readonly recipient: string
  readonly action?: string
  readonly status?: string
  readonly diagnostic?: string
}

/** As Postfix writes one (RFC 3464), with the mail that it is about. */
export function reportOf(report: Report): string {
  const { to, recipient, action = 'failed', status = '5.1.1' } = report
  const { diagnostic = `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown` } =
    report
  return [
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="E1F2.1700000000/mx.example"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--E1F2.1700000000/mx.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Action: failed',
    'Status: 5.1.1',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--E1F2.1700000000/mx.example',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'X-Postfix-Queue-ID: E1F2',
    'Arrival-Date: Thu, 26 Nov 2026 04:00:00 +0000 (UTC)',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mail.site.example',
    `Diagnostic-Code: smtp; ${diagnostic.replace(/(.{40,60}?) /, '$1\r\n    ')}`,
    '',
    '--E1F2.1700000000/mx.example',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    `To: ${recipient}`,
    'Subject: Your invitation',
    '',
    '--E1F2.1700000000/mx.example--',
    '',
  ].join('\r\n')
}

/** Brings a message to a server as another server does; its answer. */
export async function bring(url: string, to: string, raw: string | Buffer): Promise<string> {
  const transport = createTransport({ url, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ envelope: { from: '', to }, raw })
    return response
  } catch (error) {
    if (error instanceof Error && 'response' in error) return String(error.response)
    throw error
  } finally {
    transport.close()
  }
}
