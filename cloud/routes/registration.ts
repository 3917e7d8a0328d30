import type { FastifyReply, FastifyRequest } from 'fastify'
import { messagePage } from '../pages/layout.ts'
import { registrationPage } from '../pages/registration-page.ts'
import { pageWords } from '../pages/words.ts'
import { hashPassword } from '../password.ts'
import { completeRegistration } from '../registration/complete.ts'
import { type FoundInvitation, findInvitation } from '../registration/find-invitation.ts'
import { grantedNames } from '../registration/granted-names.ts'
import { noteOpened } from '../registration/opened.ts'
import { type FormProblem, readForm } from '../registration/read-form.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type Page, languageOf, show, tokenOf } from './pages.ts'

export type RegistrationDeps = { readonly db: CloudDatabase; readonly now: () => Date }

/** `/register/{token}`: where somebody who was invited becomes a user. */
export function registrationForm({ db, now }: RegistrationDeps): Page {
  return { url: '/register/:token', look, complete }

  async function look(request: FastifyRequest, reply: FastifyReply) {
    const token = tokenOf(request)
    if (opensPage(request)) await noteOpened(db, token, now().toISOString())
    return answer(request, reply, await findInvitation(db, token, now().toISOString()), [])
  }

  async function complete(request: FastifyRequest, reply: FastifyReply, body: URLSearchParams) {
    const token = tokenOf(request)
    const before = await findInvitation(db, token, now().toISOString())
    if (before.state !== 'open') return answer(request, reply, before, [])
    const { form, problems } = readForm(body)
    if (before.login === null && problems.length > 0) {
      return answer(request, reply, before, problems, form)
    }
    const passwordHash = before.login === null ? await hashPassword(form.password) : ''
    const given = before.login === null ? { ...form, passwordHash } : null
    const found = await completeRegistration(db, token, given, now().toISOString())
    if (found.state !== 'open' || found.row.kind !== 'user') {
      return answer(request, reply, found, [])
    }
    const language = languageOf(request, found.account.language)
    const text = pageWords[language].done(found.account.name)
    return show(reply, 200, messagePage(language, text))
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    found: FoundInvitation,
    problems: readonly FormProblem[],
    typed: { readonly firstName: string; readonly lastName: string } | null = null,
  ) {
    if (found.state !== 'open') {
      const language = languageOf(request, 'en')
      const status = found.state === 'unknown' ? 404 : 410
      return show(reply, status, messagePage(language, pageWords[language].closed[found.state]))
    }
    const { row, account, login } = found
    const language = languageOf(request, account.language)
    const shown = {
      account: account.name,
      email: row.email ?? '',
      granted: await grantedNames(db, row),
      joins: login !== null,
      names: typed ?? { firstName: row.first_name, lastName: row.last_name },
      problems,
    }
    return show(reply, problems.length > 0 ? 422 : 200, registrationPage(language, shown))
  }
}

/** Programs that look ahead say so; a mail scanner that does not cannot be told from a person. */
function opensPage(request: FastifyRequest): boolean {
  const { headers } = request
  const purposes = [headers['sec-purpose'], headers['purpose'], headers['x-moz']]
  return request.method === 'GET' && !/prefetch|prerender|preview/i.test(purposes.join(' '))
}
