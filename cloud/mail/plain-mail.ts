import { type Html, html } from '../pages/html.ts'
import type { Language } from '../pages/language.ts'
import type { Mail } from './mailer.ts'

export type PlainMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly before: readonly string[]
  readonly link: { readonly url: string; readonly text: string } | null
  readonly after: readonly string[]
  readonly returnTo: string | null
}

const paragraph = 'margin:0 0 16px'
const button =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f4e8c;color:#ffffff;text-decoration:none;font-weight:600'

/** A mail of paragraphs around a link, as text and as HTML that says the same. */
export function plainMail(language: Language, mail: PlainMail): Mail {
  const { id, to, subject, before, link, after, returnTo } = mail
  const lines = [...before, ...(link === null ? [] : [link.url]), ...after]
  const body = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:24px;background:#ffffff;color:#1c2733;font:16px/1.5 sans-serif">
        ${before.map(toParagraph)} ${link === null ? null : linkPart(link)}
        ${after.map(toParagraph)}
      </body>
    </html>`
  return { id, to, subject, text: `${lines.join('\n\n')}\n`, html: body.html, returnTo }
}

const toParagraph = (text: string): Html => html`<p style="${paragraph}">${text}</p>`

/** As a button, and to be copied. */
function linkPart({ url, text }: { readonly url: string; readonly text: string }): Html {
  return html`<p style="${paragraph}"><a href="${url}" style="${button}">${text}</a></p>
    <p style="${paragraph}">
      <a href="${url}" style="color:#1f4e8c;word-break:break-all">${url}</a>
    </p>`
}
