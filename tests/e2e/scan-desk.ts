import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
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
    /** What is in the file that "Save as CSV" wrote to this folder. */
    saveCsv: async (app: ElectronApplication, folder: string) => {
      const file = path.join(folder, 'cards.csv')
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, file)
      await button('Save as CSV').click()
      await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
      return readFile(file, 'utf8')
    },
    shows: (text: string) =>
      expect(label.getByRole('heading', { level: 2 })).toHaveText(new RegExp(`^${text} ?$`)),
  }
}
