import { createPictures } from '../support/pictures.ts'
import { connectKeyboardReader } from './keyboard-reader.ts'
import { lockOf } from './locked-desk.ts'
import { type Desk, expect, test } from './story.ts'
import { unknownDesk } from './unknown-desk.ts'

const azerty = (digit: string) => 'à&é"\'(-è_ç'[Number(digit)] ?? digit

/** Lets the desk know once that its reader types decimals, turned around. */
async function choose(desk: Desk, text: string, uid: string) {
  const reader = await connectKeyboardReader(desk.page)
  await reader.type(text)
  const dialog = desk.page.getByRole('dialog', { name: 'Keyboard reader' })
  await dialog.getByRole('radio', { name: new RegExp(`card ${uid}$`) }).check()
  await dialog.getByRole('button', { name: 'Remember and use' }).click()
  await expect(dialog).toBeHidden()
  return reader
}

test.describe('a keyboard reader', () => {
  test('fills Card ID and leaves the field that had the focus as it was', async ({ open }) => {
    const desk = await open()
    const { front, page } = desk
    await front.tryDemo()
    const email = front.field('Email')
    await email.click()
    await page.keyboard.type('aino@example', { delay: 60 })
    await page.keyboard.press('ArrowLeft')
    const cursor = () =>
      email.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd])

    const reader = await choose(desk, '3220338716', '1C78F2BF')
    await expect(front.cardId).toHaveValue('1C78F2BF')
    await expect(email).toHaveValue('aino@example')
    await expect(email).toBeFocused()
    expect(await cursor()).toEqual([11, 11])

    await test.step('and the next card without a question', async () => {
      await reader.type('36070701978600452', { gap: 1 })
      await expect(front.offer('04C43BC21C2680')).toBeVisible()
      await reader.type('2863311530', { gap: 30, ending: 'Tab' })
      await expect(front.offer('AAAAAAAA')).toBeVisible()
      await reader.type('36070701978600452', { ending: null })
      await expect(front.offer('04C43BC21C2680')).toBeVisible()
      await expect(front.cardId).toHaveValue('1C78F2BF')
      await expect(email).toHaveValue('aino@example')
      await expect(email).toBeFocused()
      expect(await cursor()).toEqual([11, 11])
    })

    await test.step('with what a person types meanwhile', async () => {
      await reader.type('2863311530', { person: { key: 'o', after: 4 } })
      await expect(front.offer('AAAAAAAA')).toBeVisible()
      await expect(email).toHaveValue('aino@examploe')
      await expect(email).toBeFocused()
    })

    await test.step('and "Undo" brings nothing of the reader back for good', async () => {
      await page.keyboard.type('x', { delay: 60 })
      await page.keyboard.press('Control+z')
      await expect(email).not.toHaveValue(/2863311530/)
      await expect(email).toHaveValue(/^aino@exampl/)
    })
  })

  test('changes no list and presses no button that has the focus', async ({ open }) => {
    const desk = await open()
    await desk.front.tryDemo()
    const reader = await choose(desk, '1C78F2BF', '1C78F2BF')
    await desk.front.role.selectOption({ label: 'Installer' })
    await desk.front.role.focus()
    await reader.type('A0B1C2D3')
    await expect(desk.front.offer('A0B1C2D3')).toBeVisible()
    await expect(desk.front.role.locator('option:checked')).toHaveText('Installer')

    await desk.page.keyboard.press('Escape')
    await desk.front.button('Discard changes').focus()
    await reader.type('04C43BC21C2680')
    await expect(desk.front.offer('04C43BC21C2680')).toBeVisible()
    await expect(desk.front.role.locator('option:checked')).toHaveText('Installer')
  })

  test('is a card behind the lock, and never a wrong PIN', async ({ open }) => {
    const desk = await open()
    const { front, page } = desk
    await front.tryDemo()
    await front.field('Email').click()
    await choose(desk, '3220338716', '1C78F2BF')
    const lock = lockOf(desk)
    await lock.lock()
    await lock.choosePin('Save and lock')
    await expect(lock.field).toBeFocused()
    const reader = await connectKeyboardReader(page)
    for (const [text, count] of [
      ['2863311530', '1 card was'],
      ['36070701978600452', '2 cards were'],
      ['2863311530', '3 cards were'],
    ] as const) {
      await reader.type(text)
      await expect(page.getByText(`${count} laid on the reader since.`)).toBeVisible()
      await expect(lock.field).toHaveValue('')
    }
    await expect(front.alert).toBeHidden()
    await lock.unlock()
    const unknown = unknownDesk(page)
    await unknown.open()
    await expect(unknown.row('04C43BC21C2680')).toBeVisible()
  })

  test('is no person: who types fast keeps every character', async ({ open }) => {
    const { front, page } = await open()
    await front.tryDemo()
    await front.cardId.click()
    await page.keyboard.type('3220338716', { delay: 50 })
    await page.keyboard.press('Tab', { delay: 50 })
    await expect(front.cardId).toHaveValue('3220338716')
    await expect(front.cardId).not.toBeFocused()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  test('is learnt from one card on another reader, digits garbled and all', async ({
    lay,
    open,
  }) => {
    const desk = await open()
    const { front, page } = desk
    await front.tryDemo()
    await expect(front.reader).toContainText('Ready')
    const pictures = await createPictures(page)
    const reader = await connectKeyboardReader(page)
    await front.field('First name').click()
    await reader.type('36070701978600452', { layout: azerty })
    const dialog = page.getByRole('dialog', { name: 'Keyboard reader' })
    await expect(dialog).toContainText("while Tapdesk's window has the focus")
    expect(await pictures.take('wedge-asked')).toEqual([])

    const card = await lay({ uid: '04C43BC21C2680' })
    await expect(dialog).toContainText('Understood. It is card 04C43BC21C2680')
    expect(await pictures.take('wedge-understood')).toEqual([])
    await dialog.getByRole('button', { name: 'Remember and use' }).click()
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
    await expect(front.field('First name')).toHaveValue('')
    await reader.type('3220338716', { layout: azerty })
    await expect(front.offer('1C78F2BF')).toBeVisible()

    await test.step('and known after a restart', async () => {
      await card.remove()
      await desk.quit()
      const again = await open()
      await expect(again.front.send).toBeVisible()
      // Whether or not the quit was slow enough to keep it as a draft.
      await again.front.cardId.fill('')
      await again.front.field('Email').click()
      const sameReader = await connectKeyboardReader(again.page)
      await sameReader.type('3220338716', { layout: azerty })
      await expect(again.front.cardId).toHaveValue('1C78F2BF')
      await again.front.reader.getByRole('button').first().click()
      await again.front.button('Keyboard reader …').click()
      await expect(again.page.getByRole('region', { name: 'Known keyboard readers' })).toBeVisible()
      const later = await createPictures(again.page)
      expect(await later.take('wedge-known')).toEqual([])
      await again.page.keyboard.press('Escape')
      await again.page.getByRole('link', { name: 'Readers' }).click()
      const readers = again.page.getByRole('region', { name: 'Keyboard readers', exact: true })
      await expect(readers).toContainText("while Tapdesk's window has the focus")
      await readers.getByRole('button', { name: /^Forget: / }).click()
      await expect(readers).toContainText('None is set up on this computer yet.')
    })
  })

  test('gives back as text what was no card', async ({ open }) => {
    const { front, page } = await open()
    await front.tryDemo()
    const reader = await connectKeyboardReader(page)
    await front.field('Surface ID').click()
    await reader.type('0000123456')
    await front.button('Keep as text').click()
    await expect(front.field('Surface ID')).toHaveValue('0000123456')
    await expect(front.cardId).toHaveValue('')
  })
})
