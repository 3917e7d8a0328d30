import { auditLogin } from '../audit/audit.ts'
import { type Language, isLanguage } from '../pages/language.ts'
import { finishMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { linkMinutes, newPasswordToken, removePasswordToken } from '../store/passwords.ts'
import { findPerson } from '../store/people.ts'
import { plainMail } from './plain-mail.ts'
import { passwordWords } from './words.ts'
import { type Prepare, mayHaveArrived } from './prepared.ts'

/** Somebody who asks for a link waits for it now; they have asked again by then, or given up. */
const linkWaitsMs = 60 * 60_000
const newsWaitsMs = 3 * 86_400_000

/**
 * The link to another password. Whether anybody has this email is found out only here, out of sight of whoever
 * asked. It goes to the address of the person, never to what was typed.
 */
export const preparePasswordLink: Prepare = async ({ passwordUrl, now }, db, mail) => {
  const person = await findPerson(db, { email: mail.email })
  if (person === null || now().getTime() - Date.parse(mail.queued_at) > linkWaitsMs) {
    await finishMail(db, mail)
    return null
  }
  const { language, accounts } = await toldIn(db, person.id)
  const words = passwordWords[language]
  const token = await newPasswordToken(db, person.id, now())
  const message = plainMail(language, {
    id: mail.id,
    to: person.email,
    subject: words.subject,
    before: [words.greeting(person.name), words.asked({ ...person, accounts })],
    link: { url: passwordUrl(token), text: words.button },
    after: [words.once(linkMinutes), words.ignore],
    returnTo: null,
  })
  return {
    message,
    async settle(transaction, delivery, endAttempt) {
      if (!mayHaveArrived(delivery)) await removePasswordToken(transaction, token)
      if (!(await endAttempt()) || delivery.outcome !== 'sent') return
      const asked = { what: 'password-asked', desk: null } as const
      await auditLogin(transaction, person.id, asked, now().toISOString())
    },
  }
}

/** That somebody has another password now, for whoever did not choose it. */
export const preparePasswordChanged: Prepare = async ({ now }, db, mail) => {
  const person = await findPerson(db, { email: mail.email })
  if (person === null || now().getTime() - Date.parse(mail.queued_at) > newsWaitsMs) {
    await finishMail(db, mail)
    return null
  }
  const { language, accounts } = await toldIn(db, person.id)
  const words = passwordWords[language]
  const message = plainMail(language, {
    id: mail.id,
    to: person.email,
    subject: words.changedSubject,
    before: [
      words.greeting(person.name),
      words.changed({ ...person, accounts, at: mail.queued_at }),
      words.notYou,
    ],
    link: null,
    after: [],
    returnTo: null,
  })
  return {
    message,
    settle: async (_transaction, _delivery, endAttempt) => void (await endAttempt()),
  }
}

/** A login has no language of its own: that of the first account, by name, that is in use. */
async function toldIn(
  db: CloudDatabase,
  personId: string,
): Promise<{ readonly language: Language; readonly accounts: string }> {
  const accounts = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.name', 'account.language'])
    .where('membership.person_id', '=', personId)
    .orderBy('account.active', 'desc')
    .orderBy('account.name')
    .execute()
  const language = accounts[0]?.language ?? ''
  return {
    language: isLanguage(language) ? language : 'en',
    accounts: accounts.map(({ name }) => name).join(', '),
  }
}
