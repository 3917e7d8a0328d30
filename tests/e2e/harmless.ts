import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { ranMark } from '../support/hostile-texts.ts'

const violatedMark = '__violated'

/** Watches a page on which hostile texts are shown, from now on and over reloads. */
export async function watchHarm(page: Page, isOwn: (url: string) => boolean) {
  const harm: string[] = []
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!isOwn(request.url())) harm.push(`request: ${request.url()}`)
  })
  const listen = (mark: string) => {
    const violated: string[] = []
    Object.assign(globalThis, { [mark]: violated })
    document.addEventListener('securitypolicyviolation', (event) =>
      violated.push(`${event.effectiveDirective} ${event.blockedURI}`),
    )
  }
  await page.addInitScript(listen, violatedMark)
  await page.evaluate(listen, violatedMark)

  /** What became of the texts, were it markup: run, blocked, or only there. */
  const traces = () =>
    page.evaluate(
      ({ ran, violated }) => {
        const all = [...document.querySelectorAll('*')]
        const handlers = all.flatMap((element) =>
          element.getAttributeNames().filter((name) => name.startsWith('on')),
        )
        const strange = document.querySelectorAll('iframe, base, object, embed, [src="x"]').length
        const scripts = all.flatMap((element) =>
          element instanceof HTMLAnchorElement && element.protocol === 'javascript:'
            ? ['link']
            : [],
        )
        const blocked: unknown = Reflect.get(globalThis, violated)
        const hasRun: unknown = Reflect.get(globalThis, ran)
        return { hasRun, blocked, handlers, strange, scripts }
      },
      { ran: ranMark, violated: violatedMark },
    )

  return {
    /** Nothing of it ran, opened or left, and these texts can be read as they were typed. */
    isHarmless: async (screen: string, ...shown: readonly string[]) => {
      // Not innerText: rows below the edge of the window are laid out when they are scrolled to.
      const text = async () => collapsed(await page.evaluate(() => document.body.textContent))
      for (const each of shown) {
        const message = `${screen} shows ${each}`
        await expect.poll(text, { message, timeout: 10_000 }).toContain(collapsed(each))
      }
      const clean = { hasRun: undefined, blocked: [], handlers: [], strange: 0, scripts: [] }
      expect(await traces(), screen).toEqual(clean)
      expect(harm, screen).toEqual([])
    },
  }
}

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim()
