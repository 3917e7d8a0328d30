import type { Locator, Page } from 'playwright'
import { expect } from 'playwright/test'

/** The cards that nobody has, as a person at the desk sees them. */
export function unknownDesk(page: Page) {
  const table = page.getByRole('table', { name: 'Unknown cards' })
  const row = (card: string): Locator => table.getByRole('row').filter({ hasText: card })
  const chooser = page.getByRole('dialog', { name: 'Choose a scanned card' })
  return {
    table,
    row,
    chooser,
    search: page.getByRole('searchbox', { name: 'Search cards' }),
    news: page.locator('.unknown-news'),
    /** What a tap at a table offers. */
    newUser: page.getByRole('button', { name: 'New user with this card' }),
    open: () => page.getByRole('link', { name: 'Unknown cards', exact: true }).click(),
    has: async (...cards: readonly string[]) => {
      await expect(table.getByRole('row')).toHaveCount(cards.length + 1)
      for (const card of cards) await expect(row(card)).toBeVisible()
    },
    /** By the first one that a search finds. */
    choose: async (found: string) => {
      await page.getByRole('button', { name: 'Choose a scanned card' }).click()
      await chooser.getByRole('searchbox').pressSequentially(found, { delay: 50 })
      await expect(chooser.getByRole('radio')).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(chooser).toBeHidden()
    },
    give: async (card: string, person: string) => {
      await page.getByRole('button', { name: `Give to a person: ${card}` }).click()
      const dialog = page.getByRole('dialog', { name: `Give the card ${card}` })
      await dialog.getByRole('searchbox').pressSequentially(person, { delay: 50 })
      const found = dialog.getByRole('radio', { name: person })
      await expect(found).toBeVisible()
      await found.check()
      return dialog
    },
  }
}
