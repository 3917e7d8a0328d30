import { virtualReaders } from '../support/pcscd.ts'
import { connectKeyboardReader } from './keyboard-reader.ts'
import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

const sizes = [
  [1280, 800],
  [1920, 1080],
] as const

const languages = [
  { name: 'English', readers: 'Readers', testReader: 'Test reader', set: 'Keyboard reader …' },
  { name: 'Suomi', readers: 'Lukijat', testReader: 'Testaa lukija', set: 'Näppäimistölukija …' },
] as const

test('readers, their test and keyboard readers look right in both languages and sizes', async ({
  lay,
  open,
}) => {
  // Many pictures, each looked at by axe in both schemes.
  test.slow()
  const desk = await open()
  const { front, page } = desk
  const { look, resize } = await createLooks(desk)
  await resize(1280, 800)
  await front.tryDemo()
  await expect(front.reader).toContainText('Ready')
  await page.getByRole('link', { name: 'Readers' }).click()
  const readers = virtualReaders.map((name) => page.getByRole('region', { name, exact: true }))
  await lay({ uid: '0824A937', atr: '3B8180018080', slot: 1 })
  await expect(page.getByText('0824A937').first()).toBeVisible()
  const keyboardReader = await connectKeyboardReader(page)

  for (const { name, readers: title, testReader, set } of languages) {
    if (name !== 'English') {
      await page.getByRole('button', { name: /^Account of/ }).click()
      await page.getByRole('combobox', { name: 'Language' }).selectOption(name)
      await page.keyboard.press('Escape')
    }
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    const buttons = page.getByRole('button', { name: testReader })
    for (const [width, height] of sizes) {
      const where = `${name}-${width}`
      await resize(width, height)
      await look(`readers-${where}`)
      for (const reader of readers) await reader.getByRole('button', { name: testReader }).click()
      await look(`readers-test-${where}`)
      for (const reader of readers) await reader.getByRole('button', { expanded: true }).click()
      await expect(buttons).toHaveCount(2)
      await page.getByRole('button', { name: set }).click()
      await look(`wedge-empty-${where}`)
      await keyboardReader.type('3220338716')
      await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
      await look(`wedge-${where}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  }
})
