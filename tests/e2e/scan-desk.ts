import type { Page } from 'playwright'
import { expect } from 'playwright/test'

/** The quick scan as a person at the desk sees it. */
export function scanDesk(page: Page) {
  const button = (name: string) => page.getByRole('button', { name })
  const label = page.getByRole('region', { name: 'Label', exact: true })
  return {
    label,
    button,
    recent: page.getByRole('region', { name: 'Scanned last' }),
    open: async () => {
      await page.getByRole('link', { name: 'Quick scan', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Quick scan', exact: true })).toBeAttached()
    },
    start: async (prefix: string, first: string) => {
      await page.getByRole('textbox', { name: 'Label begins with' }).fill(prefix)
      await page.getByRole('textbox', { name: 'First number' }).fill(first)
      await button('Start scanning').click()
      await expect(label).toBeVisible()
    },
    shows: (text: string) =>
      expect(label.getByRole('heading', { level: 2 })).toHaveText(new RegExp(`^${text} ?$`)),
  }
}
