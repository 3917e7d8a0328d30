import type { Page } from 'playwright'
import { expect } from 'playwright/test'

/** The roster as a person at the desk sees it. */
export function rosterDesk(page: Page) {
  const button = (name: string) => page.getByRole('button', { name })
  const next = page.getByRole('region', { name: 'Next person' })
  return {
    next,
    name: next.getByRole('heading', { level: 2 }),
    done: page.getByRole('region', { name: 'Done' }),
    following: page.getByRole('region', { name: 'Then' }),
    names: page.getByRole('textbox', { name: 'Names' }),
    preview: page.getByRole('region', { name: 'Preview' }),
    summary: page.getByRole('table'),
    button,
    open: () => page.getByRole('link', { name: 'Roster', exact: true }).click(),
    /** By the clipboard, as names come out of a mail or a spreadsheet. */
    start: async (names: string) => {
      await page.getByRole('textbox', { name: 'Names' }).fill(names)
      await page.getByRole('button', { name: /^Start with / }).click()
    },
    isNext: (name: string) =>
      expect(next.getByRole('heading', { level: 2 })).toHaveText(new RegExp(`^${name} ?$`)),
  }
}
