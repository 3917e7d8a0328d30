import type { FastifyReply, FastifyRequest } from 'fastify'
import { auditLogin } from '../audit/audit.ts'
import { messagePage } from '../pages/layout.ts'
import { passwordPage } from '../pages/password-page.ts'
import { pageWords } from '../pages/words.ts'
import { hashPassword } from '../password.ts'
import { type FormProblem, readPassword } from '../registration/read-form.ts'
import { endSessions } from '../store/end-sessions.ts'
import { queueLoginMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findPasswordLink, setPassword, usePasswordLink } from '../store/passwords.ts'
import { inTransaction } from '../store/row-locks.ts'
import { type Page, languageOf, show, tokenOf } from './pages.ts'

export type PasswordFormDeps = {
  readonly db: CloudDatabase
  readonly now: () => Date
  /** After a commit that queued a mail. */
  readonly mailQueued: () => void
}

/**
 * `/password/{token}`: where somebody who forgot their password chooses another one. To look uses nothing up:
 * programs that scan mails follow the links in them.
 */
export function passwordForm({ db, now, mailQueued }: PasswordFormDeps): Page {
  return {
    url: '/password/:token',

    async look(request, reply) {
      const found = await findPasswordLink(db, tokenOf(request), now().toISOString())
      return found === null ? closed(request, reply) : form(request, reply, found.email, [])
    },

    async complete(request, reply, body) {
      const token = tokenOf(request)
      const found = await findPasswordLink(db, token, now().toISOString())
      if (found === null) return closed(request, reply)
      const { password, problems } = readPassword(body)
      if (problems.length > 0) return form(request, reply, found.email, problems)
      const passwordHash = await hashPassword(password)
      const done = await replace(token, { ...found, passwordHash })
      if (!done) return closed(request, reply)
      mailQueued()
      const language = languageOf(request, 'en')
      return show(reply, 200, messagePage(language, pageWords[language].newPassword.done))
    },
  }

  /** false: the link was used meanwhile. */
  function replace(
    token: string,
    { personId, email, passwordHash }: { personId: string; email: string; passwordHash: string },
  ): Promise<boolean> {
    const at = now().toISOString()
    return inTransaction(db, async (transaction) => {
      if (!(await usePasswordLink(transaction, token, at))) return false
      await setPassword(transaction, personId, passwordHash)
      await endSessions(transaction, personId, 'password-changed')
      await queueLoginMail(transaction, { kind: 'password-changed', email }, at)
      await auditLogin(transaction, personId, { what: 'password-reset', desk: null }, at)
      return true
    })
  }
}

function form(
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
  problems: readonly FormProblem[],
) {
  const language = languageOf(request, 'en')
  return show(reply, problems.length > 0 ? 422 : 200, passwordPage(language, { email, problems }))
}

function closed(request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request, 'en')
  return show(reply, 410, messagePage(language, pageWords[language].newPassword.closed))
}
