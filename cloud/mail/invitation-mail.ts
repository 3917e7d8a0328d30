import { html } from '../pages/html.ts'
import { type Language, longDate } from '../pages/language.ts'
import type { Mail } from './mailer.ts'
import { mailWords } from './words.ts'

export type Invitation = {
  readonly to: string
  /** What the person is called; may be empty. */
  readonly name: string
  readonly account: string
  /** Who invited; may be empty. */
  readonly inviter: string
  readonly url: string
  readonly expiresAt: string
  readonly returnTo: string | null
}

/** The mail of an invitation, as text and as HTML that says the same. */
export function invitationMail(id: string, language: Language, invitation: Invitation): Mail {
  const words = mailWords[language]
  const facts = { ...invitation, until: longDate(language, invitation.expiresAt) }
  const { url } = invitation
  const lines = [
    words.greeting(invitation.name),
    words.invited(facts),
    words.what,
    url,
    words.until(facts),
    words.ignore,
  ]
  const paragraph = 'margin:0 0 16px'
  const button =
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f4e8c;color:#ffffff;text-decoration:none;font-weight:600'
  const body = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${words.subject(facts)}</title>
      </head>
      <body style="margin:0;padding:24px;background:#ffffff;color:#1c2733;font:16px/1.5 sans-serif">
        <p style="${paragraph}">${words.greeting(invitation.name)}</p>
        <p style="${paragraph}">${words.invited(facts)} ${words.what}</p>
        <p style="${paragraph}"><a href="${url}" style="${button}">${words.button}</a></p>
        <p style="${paragraph}">
          <a href="${url}" style="color:#1f4e8c;word-break:break-all">${url}</a>
        </p>
        <p style="${paragraph}">${words.until(facts)}</p>
        <p style="${paragraph}">${words.ignore}</p>
      </body>
    </html>`
  return {
    id,
    to: invitation.to,
    subject: words.subject(facts),
    text: `${lines.join('\n\n')}\n`,
    html: body.html,
    returnTo: invitation.returnTo,
  }
}
