import type { SessionView } from '../../core/session.ts'

/** The first view, which came with the page; null where it does not, as in development. */
export function sessionInPage(page: Document): SessionView | null {
  const told = page.querySelector('meta[name="session"]')?.getAttribute('content') ?? ''
  if (!told.startsWith('{')) return null
  const view: unknown = JSON.parse(told)
  return isOfMain(view) ? view : null
}

/** Main writes it from a parsed view; nobody else can. */
function isOfMain(view: unknown): view is SessionView {
  return typeof view === 'object' && view !== null && 'state' in view
}
