import { startPcscd } from '../support/pcscd.ts'
import { hang, presentCard } from '../support/virtual-card.mjs'
import { expect, test } from './story.ts'

test.describe('a tap', () => {
  test('fills Card ID, and Decimal shows the same card', async ({ pcscd, open }) => {
    expect(pcscd).toBeDefined()
    const { front, page } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('Ready')

    const card = await presentCard({ uid: '04C43BC21C2680' })
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
    await page.getByRole('checkbox', { name: 'Decimal' }).check()
    await expect(front.cardId).toHaveValue('1341660845581952')
    await page.getByRole('checkbox', { name: 'Decimal' }).uncheck()
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
    await card.remove()
  })

  test('works when the smart-card service comes later than the app', async ({ open }) => {
    const { front } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('No smart-card service')

    const pcscd = await startPcscd()
    await expect(front.reader).toContainText('Ready')
    const card = await presentCard({ uid: '1C78F2BF' })
    await expect(front.cardId).toHaveValue('1C78F2BF')
    await card.remove()
    await pcscd.stop()
  })

  test('works again within two seconds of the death of the reader process', async ({
    pcscd,
    open,
  }) => {
    expect(pcscd).toBeDefined()
    const { app, front, page } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('Ready')

    const pid = await app.evaluate(({ app: electronApp }) => {
      const found = electronApp.getAppMetrics().find((process) => process.name === 'reader')
      return found?.pid ?? 0
    })
    expect(pid).toBeGreaterThan(0)
    process.kill(pid, 'SIGKILL')
    await expect(front.reader).toContainText('Ready', { timeout: 2_000 })
    await front.field('First name').fill('alive')
    const card = await presentCard({ uid: '0475AC4A966081' })
    await expect(front.cardId).toHaveValue('0475AC4A966081', { timeout: 2_000 })
    await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('alive')
    await card.remove()
  })

  test('of a card that hangs is told in words, and never keeps the app from quitting', async ({
    pcscd,
    open,
  }) => {
    expect(pcscd).toBeDefined()
    const { front, quit } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('Ready')

    const card = await presentCard({ answer: hang })
    await card.asked
    await expect(front.reader).toContainText('Cannot read this card')
    await expect(front.cardId).toHaveValue('')
    expect(await quit()).toBeLessThan(1_000)
    await card.remove()
  })
})
