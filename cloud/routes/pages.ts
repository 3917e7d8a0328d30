import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Language, isLanguage, preferredLanguage } from '../pages/language.ts'
import { messagePage, pagePolicy } from '../pages/layout.ts'
import { pageWords } from '../pages/words.ts'

/** A page for people, with a form. The token in its address is the only secret, and the form's. */
export type Page = {
  /** With `:token`. */
  readonly url: string
  readonly look: Answer
  /** What the form sends. */
  readonly complete: (
    request: FastifyRequest,
    reply: FastifyReply,
    form: URLSearchParams,
  ) => unknown
}

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown

/** Per minute and address: people at one site share one, and every attempt costs a password hash. */
const looksPerMinute = 120
const attemptsPerMinute = 30
const formBytes = 16 * 1024

export function addPages(
  app: FastifyInstance,
  pages: readonly Page[],
  onBug: (error: unknown) => void,
) {
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formBytes },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    forms.setErrorHandler<FastifyError>((error, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) onBug(error)
      const words = pageWords[languageOf(request, 'en')]
      const text = status === 429 ? words.closed['too-many'] : words.closed.trouble
      return show(reply, status, messagePage(languageOf(request, 'en'), text))
    })
    for (const { url, look, complete } of pages) {
      forms.route({ method: 'GET', url, ...options(looksPerMinute), handler: look })
      forms.route({
        method: 'POST',
        url,
        ...options(attemptsPerMinute),
        handler: async (request, reply) => {
          const { body } = request
          return complete(request, reply, body instanceof URLSearchParams ? body : noForm())
        },
      })
    }
  })
}

const noForm = () => new URLSearchParams()

function options(perMinute: number) {
  return { schema: { hide: true }, config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } }
}

/** Nobody keeps it, and the address that holds the token is passed on to nobody. */
export function show(reply: FastifyReply, status: number, text: string) {
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

export function languageOf(request: FastifyRequest, otherwise: string): Language {
  const standard = isLanguage(otherwise) ? otherwise : 'en'
  return preferredLanguage(request.headers['accept-language'], standard)
}

export function tokenOf(request: FastifyRequest): string {
  const { params } = request
  const named = typeof params === 'object' && params !== null && 'token' in params
  return named && typeof params.token === 'string' ? params.token : ''
}
