import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Language, isLanguage, preferredLanguage } from '../pages/language.ts'
import { messagePage, pagePolicy } from '../pages/layout.ts'
import { registrationPage } from '../pages/registration-page.ts'
import { pageWords } from '../pages/words.ts'
import { hashPassword } from '../password.ts'
import { completeRegistration } from '../registration/complete.ts'
import { type FoundInvitation, findInvitation } from '../registration/find-invitation.ts'
import { grantedNames } from '../registration/granted-names.ts'
import { noteOpened } from '../registration/opened.ts'
import { type FormProblem, readForm } from '../registration/read-form.ts'
import type { CloudDatabase } from '../store/open-database.ts'

export type RegistrationDeps = {
  readonly db: CloudDatabase
  readonly now: () => Date
  readonly onBug: (error: unknown) => void
}

/** Per minute and address: people at one site share one, and every attempt costs a password hash. */
const looksPerMinute = 120
const attemptsPerMinute = 30
const formBytes = 16 * 1024

/** `/register/{token}`: pages for people. The token in the address is the only secret, and the form's. */
export function addRegistration(app: FastifyInstance, { db, now, onBug }: RegistrationDeps) {
  void app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formBytes },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    pages.setErrorHandler<FastifyError>((error, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) onBug(error)
      const words = pageWords[languageOf(request, 'en')]
      const text = status === 429 ? words.closed['too-many'] : words.closed.trouble
      return show(reply, status, messagePage(languageOf(request, 'en'), text))
    })
    const url = '/register/:token'
    pages.route({ method: 'GET', url, ...options(looksPerMinute), handler: look })
    pages.route({ method: 'POST', url, ...options(attemptsPerMinute), handler: complete })
  })

  async function look(request: FastifyRequest, reply: FastifyReply) {
    const token = tokenOf(request)
    if (opensPage(request)) await noteOpened(db, token, now().toISOString())
    return answer(request, reply, await findInvitation(db, token, now().toISOString()), [])
  }

  async function complete(request: FastifyRequest, reply: FastifyReply) {
    const token = tokenOf(request)
    const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
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

function options(perMinute: number) {
  return { schema: { hide: true }, config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } }
}

function show(reply: FastifyReply, status: number, text: string) {
  return reply
    .code(status)
    .header('Content-Security-Policy', pagePolicy)
    .header('Referrer-Policy', 'no-referrer')
    .header('X-Content-Type-Options', 'nosniff')
    .header('X-Robots-Tag', 'noindex')
    .header('Vary', 'Accept-Language')
    .type('text/html; charset=utf-8')
    .serializer((value: unknown) => String(value))
    .send(text)
}

/** Programs that look ahead say so; a mail scanner that does not cannot be told from a person. */
function opensPage(request: FastifyRequest): boolean {
  const { headers } = request
  const purposes = [headers['sec-purpose'], headers['purpose'], headers['x-moz']]
  return request.method === 'GET' && !/prefetch|prerender|preview/i.test(purposes.join(' '))
}

function languageOf(request: FastifyRequest, otherwise: string): Language {
  const standard = isLanguage(otherwise) ? otherwise : 'en'
  return preferredLanguage(request.headers['accept-language'], standard)
}

function tokenOf(request: FastifyRequest): string {
  const { params } = request
  const named = typeof params === 'object' && params !== null && 'token' in params
  return named && typeof params.token === 'string' ? params.token : ''
}
