/** Text that is HTML already; everything else is escaped where it is put in. */
export type Html = { readonly html: string }

type Part = string | number | Html | readonly Html[] | null

/** Template tag: `html\`<p>${name}</p>\`` escapes the name. null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = strings.map((text, index) => text + written(parts[index] ?? null))
  return { html: texts.join('') }
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function written(part: Part): string {
  if (part === null) return ''
  if (typeof part !== 'object') return escapeHtml(String(part))
  return 'html' in part ? part.html : part.map((each) => each.html).join('')
}
