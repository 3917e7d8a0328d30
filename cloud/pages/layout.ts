import { createHash } from 'node:crypto'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'

const style = `
:root{color-scheme:light dark;--ink:#1c2733;--soft:#4d5b69;--line:#8794a1;--paper:#fff;--ground:#eef1f4;--brand:#1f4e8c;--on-brand:#fff;--bad:#a8201a}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#b3bfca;--line:#7b8894;--paper:#18202a;--ground:#0f151c;--brand:#9cc2f5;--on-brand:#0f151c;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:32rem;margin:2rem auto;padding:2rem;background:var(--paper);border-radius:.5rem}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
h2{margin:1.5rem 0 .25rem;font-size:1rem}
h3{margin:.75rem 0 0;font-size:.875rem;color:var(--soft)}
p{margin:0 0 1rem}
ul{margin:.25rem 0;padding-left:1.25rem}
label{display:block;margin-top:1rem;font-weight:600}
input{width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.25rem;background:var(--paper);color:inherit;font:inherit}
input[readonly]{background:var(--ground)}
input[aria-invalid]{border-color:var(--bad);border-width:2px}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.hint{margin:.25rem 0;color:var(--soft);font-size:.875rem}
.bad{margin:.25rem 0;color:var(--bad);font-weight:600}
button{margin-top:1.5rem;min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:.25rem;background:var(--brand);color:var(--on-brand);font:inherit;font-weight:600;cursor:pointer}
@media (max-width:36rem){main{margin:0;min-height:100vh;border-radius:0;padding:1.25rem}}
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing but this page's own style; the form goes back to where the page came from. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A whole document. The title comes first where a page has something to correct. */
export function page(language: Language, title: string, content: Html): string {
  const { html: text } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${{ html: `<style>${style}</style>` }}
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `
  return text
}

export function messagePage(language: Language, [title, text]: readonly [string, string]): string {
  return page(
    language,
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  )
}
