import type { Page } from 'playwright'
import { createPictures } from '../support/pictures.ts'
import { startPcscd, virtualReaders } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { type Desk, expect, test } from './story.ts'
import { listenToTones } from './tones.ts'

const [first, second] = virtualReaders
const ntag = '04C43BC21C2680'
const other = '0475AC4A966081'

const readerCard = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function atReaders(desk: Desk) {
  await desk.front.tryDemo()
  await expect(desk.front.reader).toContainText('Ready')
  await desk.page.getByRole('link', { name: 'Readers' }).click()
  await expect(desk.page.getByRole('heading', { name: 'Readers', level: 1 })).toBeVisible()
  return desk
}

test.describe('two readers at one desk', () => {
  test('have names, counts and a last card each, which a restart remembers', async ({
    lay,
    open,
  }) => {
    const { front, page, quit } = await atReaders(await open())
    await readerCard(page, first).getByRole('textbox', { name: 'Name' }).fill('Front desk left')
    await page.keyboard.press('Enter')
    const left = readerCard(page, 'Front desk left')
    const right = readerCard(page, second)
    await expect(left).toContainText(first)

    const cards = [await lay({ uid: ntag }), await lay({ uid: other, slot: 1 })]
    await expect(left.getByText('Last card')).toBeVisible()
    await expect(left).toContainText(`Last card${ntag}`)
    await expect(right).toContainText(`Last card${other}`)
    await expect(left).toContainText('Taps1')
    for (const card of cards) await card.remove()
    await expect(left).toContainText('Ready')
    await lay({ answer: () => '6A81' })
    await expect(left).toContainText('Unreadable1')
    await expect(right).toContainText('Unreadable0')

    await page.getByRole('link', { name: 'User invitations' }).click()
    await expect(front.cardId).toHaveValue('')
    await quit()
    const again = await open()
    await again.page.getByRole('link', { name: 'Readers' }).click()
    await expect(readerCard(again.page, 'Front desk left')).toBeVisible()
  })

  test('are muted or ignored: an ignored one never reaches the form', async ({ lay, open }) => {
    const { front, page } = await atReaders(await open())
    const tones = await listenToTones(page)
    await readerCard(page, first).getByRole('checkbox', { name: 'Mute' }).check()
    await readerCard(page, second).getByRole('checkbox', { name: 'Ignore' }).check()
    await expect(readerCard(page, second)).toContainText('Ignored')
    await page.getByRole('link', { name: 'User invitations' }).click()

    await lay({ uid: other, slot: 1 })
    const card = await lay({ uid: ntag })
    await expect(front.cardId).toHaveValue(ntag)
    await expect(page.locator('.tap-answer')).toContainText(ntag)
    expect(await tones()).toEqual([])
    await card.remove()
    await expect(front.reader).toContainText(`Ready – ${first}`)

    await page.getByRole('link', { name: 'Readers' }).click()
    await expect(readerCard(page, second)).toBeHidden()
    await page.getByRole('button', { name: 'Show ignored (1)' }).click()
    await expect(readerCard(page, second)).toContainText('Taps1')
    await readerCard(page, second).getByRole('checkbox', { name: 'Ignore' }).uncheck()
    await readerCard(page, first).getByRole('checkbox', { name: 'Mute' }).uncheck()
    await expect(readerCard(page, first).getByRole('checkbox', { name: 'Mute' })).not.toBeChecked()
    await lay({ uid: '1C78F2BF' })
    await expect(page.locator('.tap-answer')).toContainText('1C78F2BF')
    await expect.poll(tones).toHaveLength(2)
  })

  test('are tested one by one, say what a card is, and refuse what they cannot', async ({
    lay,
    open,
  }) => {
    const desk = await atReaders(await open())
    const { page } = desk
    const pictures = await createPictures(page)
    const look = async (name: string) => expect(await pictures.take(name)).toEqual([])
    const one = readerCard(page, first)
    const two = readerCard(page, second)
    await look('readers')

    await one.getByRole('button', { name: 'Test reader' }).click()
    await expect(one).toContainText('Lay a card on this reader.')
    const card = await lay({ uid: ntag })
    await expect(one).toContainText('NTAG or MIFARE Ultralight')
    await expect(one).toContainText('3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 03')
    await expect(one).toContainText('1341660845581952')

    await one.getByRole('checkbox', { name: 'Lamp and buzzer' }).check()
    await one.getByRole('button', { name: 'Try lamp and buzzer' }).click()
    await expect(one).toContainText('This reader does not allow it.')
    await two.getByRole('button', { name: 'Test reader' }).click()
    await lay({ uid: '0824A937', atr: '3B8180018080', slot: 1 })
    await expect(two).toContainText('MIFARE DESFire')
    await expect(two.getByRole('list', { name: 'Warnings' })).toContainText('Random number')
    await look('readers-test')
    await page.setViewportSize({ width: 1920, height: 1080 })
    await look('readers-test-wide')
    await page.setViewportSize({ width: 1280, height: 800 })

    await card.remove()
    await page.getByRole('link', { name: 'User invitations' }).click()
    await lay({ uid: other })
    await expect(page.locator('.tap-answer')).toContainText(other)
    await look('tap-answer')
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.getByRole('link', { name: 'Readers' }).click()
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
    await expect(page.getByRole('heading', { name: 'Lukijat', level: 1 })).toBeVisible()
    await page.keyboard.press('Escape')
    await look('readers-finnish')
  })
})

test('without a service there is advice with a command to copy, until it comes', async ({
  open,
}) => {
  const { page, front } = await open()
  const pictures = await createPictures(page)
  await front.tryDemo()
  await expect(front.reader).toContainText('No smart-card service')
  await front.reader.getByRole('button').click()
  await front.reader.getByRole('button', { name: 'Readers', exact: true }).click()
  await expect(page.getByText('pcscd does not run')).toBeVisible()
  expect(await pictures.take('readers-advice')).toEqual([])
  const command = page.getByRole('textbox', { name: 'To copy' })
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  await expect(command).toHaveValue('sudo systemctl enable --now pcscd.socket')

  const pcscd = await startPcscd()
  await expect(readerCard(page, first)).toBeVisible()
  await expect(command).toBeHidden()
  const card = await presentCard({ uid: ntag })
  await expect(readerCard(page, first)).toContainText(ntag)
  await pcscd.stop('SIGKILL')
  await expect(readerCard(page, first)).toBeHidden()
  const again = await startPcscd()
  await expect(readerCard(page, first)).toContainText(`Last card${ntag}`)
  await card.remove()
  await again.stop()
})
