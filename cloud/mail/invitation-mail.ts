import { type Language, longDate } from '../pages/language.ts'
import type { Mail } from './mailer.ts'
import { plainMail } from './plain-mail.ts'
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

/** The mail of an invitation. */
export function invitationMail(id: string, language: Language, invitation: Invitation): Mail {
  const words = mailWords[language]
  const facts = { ...invitation, until: longDate(language, invitation.expiresAt) }
  return plainMail(language, {
    id,
    to: invitation.to,
    subject: words.subject(facts),
    before: [words.greeting(invitation.name), `${words.invited(facts)} ${words.what}`],
    link: { url: invitation.url, text: words.button },
    after: [words.until(facts), words.ignore],
    returnTo: invitation.returnTo,
  })
}
