import { reasonOf } from '../mail/mailer.ts'

/** What a report says (RFC 3464). */
export type DeliveryReport = {
  /** The enhanced status (RFC 3463) with what the server said; null: nothing has failed for good. */
  readonly failure: { readonly status: string; readonly reason: string } | null
}

/** Everything beyond is of no interest, and of nobody's mail server. */
export const longestReport = 1024 * 1024

/**
 * Reads a message as a report of a mail server. null: it is none, such as the answer of somebody who is on
 * holiday. Of several recipients the one that failed counts: our mails have one.
 */
export async function readReport(message: Buffer): Promise<DeliveryReport | null> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(message.subarray(0, longestReport), {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  })
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  if (part === undefined || !Buffer.isBuffer(part.content)) return null
  // One group of fields is about the message, each other one about a recipient.
  const recipients = groupsOf(part.content.toString('utf8')).filter((each) => each.has('action'))
  const failed = recipients.find((fields) => fields.get('action')?.toLowerCase() === 'failed')
  if (failed === undefined) return recipients.length === 0 ? null : { failure: null }
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(failed.get('status') ?? '')?.[0] ?? '5.0.0'
  const said = (failed.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')
  return {
    failure: { status, reason: reasonOf(said.includes(status) ? said : `${status} ${said}`) },
  }
}

function groupsOf(text: string): ReadonlyMap<string, string>[] {
  const unfolded = text.replaceAll('\r\n', '\n').replace(/\n[ \t]+/g, ' ')
  return unfolded
    .split(/\n\s*\n/)
    .map((group) => new Map(group.split('\n').flatMap(fieldIn)))
    .filter((fields) => fields.size > 0)
}

function fieldIn(line: string): [string, string][] {
  const [, name, value] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? []
  return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]]
}
