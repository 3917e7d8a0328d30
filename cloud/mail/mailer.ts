/** One mail, ready to be sent. Addresses and texts are data: they never become headers of their own. */
export type Mail = {
  /** Becomes the Message-ID, so that a mail that is sent twice after a crash is recognised as one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where reports about it come back to; null: to its sender. */
  readonly returnTo: string | null
}

/**
 * What became of an attempt. `refused`: the same mail will never be taken, `reason` is for people.
 * `failed`: try again later; it may have arrived nevertheless when `uncertain`.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string; readonly uncertain: boolean }

export type Mailer = {
  send(mail: Mail): Promise<Delivery>
  close(): void
}

const longestReason = 300

/** What a server said, as one line that can be shown. */
export function reasonOf(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length > longestReason ? `${line.slice(0, longestReason)}…` : line
}
