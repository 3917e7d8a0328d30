import { type Desk, expect } from './story.ts'

const pin = '7391'

/** The lock by role and accessible name. */
export function lockOf({ page, front, app }: Desk) {
  const menu = page.getByRole('button', { name: /^Account of / })
  const title = page.getByRole('heading', { name: 'Desk locked' })
  const field = page.getByLabel('PIN', { exact: true })
  return {
    title,
    field,
    async choosePin(save: 'Save' | 'Save and lock', name: 'PIN' | 'New PIN' = 'PIN') {
      await page.getByRole('dialog').getByLabel(name, { exact: true }).fill(pin)
      await page.getByRole('dialog').getByLabel('PIN again').fill(pin)
      await front.button(save).click()
    },
    async lock() {
      await menu.click()
      await front.button('Lock this desk').click()
    },
    /** As fingers do it. */
    async unlock() {
      await field.click()
      await page.keyboard.type(pin, { delay: 50 })
      await page.keyboard.press('Enter')
      await expect(title).toBeHidden()
    },
    /** As the operating system tells it. */
    screenLocks: () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
  }
}
