import { startPcscd } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { processId } from './desk.ts'
import { expect, test } from './story.ts'

test.describe('a tap', () => {
  test('fills Card ID, and Decimal shows the same card', async ({ lay, open }) => {
    const { front } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('Ready')

    await lay({ uid: '04C43BC21C2680' })
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
    await front.decimal.check()
    await expect(front.cardId).toHaveValue('1341660845581952')
    await front.decimal.uncheck()
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
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

  test('works within two seconds of the death of the reader process', async ({ lay, open }) => {
    const { app, front } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('Ready')

    process.kill(await processId(app, 'Tapdesk reader'), 'SIGKILL')
    const killed = performance.now()
    await lay({ uid: '0475AC4A966081' })
    await front.field('First name').fill('alive')
    await expect(front.cardId).toHaveValue('0475AC4A966081', { timeout: 2_000 })
    expect(performance.now() - killed).toBeLessThan(2_000)
    await expect(front.field('First name')).toHaveValue('alive')
  })

  test('in the demo needs no reader: Demo → Tap a card', async ({ open }) => {
    const { app, front } = await open()
    await front.tryDemo()
    await expect(front.reader).toContainText('No smart-card service')
    const item = await app.evaluate(({ Menu }) => {
      const demo = Menu.getApplicationMenu()?.items.find((each) => each.label.includes('Demo'))
      const tap = demo?.submenu?.items.find((each) => each.label.startsWith('Tap a card'))
      tap?.click()
      return tap?.label
    })
    expect(item).toBeDefined()
    await expect(front.cardId).toHaveValue(/^04[0-9A-F]{12}$/)
  })
})
