import type { Page } from 'playwright'
import { createLooks } from './looks.ts'
import { type Desk, expect, test } from './story.ts'
import { listenToTones } from './tones.ts'

/** Pixels of the window, and how large letters are then at the least to be read from two metres. */
const windows = [
  [1280, 800, 96],
  [1920, 1080, 144],
] as const
const tones = { done: [659, 988], warning: [587, 587], refused: [330, 220] }

test.describe('from two metres, in Finnish', () => {
  test('a roster is read and heard', async ({ cloud, lay, open }) => {
    const desk = await open()
    const { page } = desk
    const { look, resize } = await createLooks(desk)
    await inFinnish(desk, cloud.credentials)
    const heard = await listenToTones(page)
    await page.getByRole('link', { name: 'Nimilista', exact: true }).click()
    const names = page.getByRole('textbox', { name: 'Nimet' })
    await names.fill('Aino Salo\nÅsa Öberg\nVirtanen, Eero\nkaisa@example.com\nMikko Järvinen')
    await expect(page.getByRole('region', { name: 'Esikatselu' })).toContainText('Virtanen')
    await look('roster-preview-finnish')
    await page.getByRole('button', { name: /^Aloita/ }).click()
    for (const [width, height, least] of windows) {
      await resize(width, height)
      await expectGiant(page, 'Aino Salo', least)
      await look(`roster-finnish-${width}`)
    }
    const card = await lay({ uid: '04A1A2A3A4A580' })
    await expect(page.getByRole('heading', { name: 'Åsa Öberg' })).toBeVisible()
    await card.remove()
    expect(await heard()).toEqual(tones.done)
    const random = await lay({ uid: '08112233' })
    await expect(page.getByText('Käytä toista korttia.').first()).toBeVisible()
    await random.remove()
    expect(await heard()).toEqual([...tones.done, ...tones.refused])
    await look('roster-refused-finnish')
    await page.getByRole('button', { name: 'Ohita' }).click()
    await page.getByRole('button', { name: 'Päätä' }).click()
    await expect(page.getByRole('table')).toContainText('Satunnainen kortin numero')
    await look('roster-summary-finnish')
  })

  test('a quick scan is read and heard', async ({ cloud, lay, open }) => {
    const desk = await open()
    const { page } = desk
    const { look, resize } = await createLooks(desk)
    await inFinnish(desk, cloud.credentials)
    const heard = await listenToTones(page)
    await page.getByRole('link', { name: 'Pikaluku', exact: true }).click()
    await page.getByRole('textbox', { name: 'Numeron alku' }).fill('A-')
    await page.getByRole('textbox', { name: 'Ensimmäinen numero' }).fill('0098')
    await look('scan-new-finnish')
    await page.getByRole('button', { name: 'Aloita lukeminen' }).click()
    const label = page.getByRole('region', { name: 'Numero korttiin' })
    await expect(label).toContainText('Seuraavaksi: A-0098')
    await look('scan-begin-finnish')
    for (const [width, height, least] of windows) {
      await resize(width, height)
      const card = await lay({ uid: `04A1A2A3A4${width === 1280 ? 'A5' : 'B5'}80` })
      await expectGiant(page, width === 1280 ? 'A-0098' : 'A-0099', least)
      await card.remove()
      await look(`scan-finnish-${width}`)
    }
    expect(await heard()).toEqual([...tones.done, ...tones.done])
    const again = await lay({ uid: '04A1A2A3A4A580' })
    await expect(label).toContainText('on jo tämä numero')
    await expectGiant(page, 'A-0098', 144)
    await again.remove()
    expect((await heard()).slice(4)).toEqual(tones.warning)
    await look('scan-again-finnish')
    const random = await lay({ uid: '08112233' })
    await expectGiant(page, 'Ei numeroa', 144)
    await random.remove()
    expect((await heard()).slice(6)).toEqual(tones.refused)
    await look('scan-refused-finnish')
    await page.getByRole('button', { name: 'Päätä pikaluku' }).click()
    await expect(page.getByRole('heading', { name: '2 korttia' })).toBeVisible()
    await look('scan-done-finnish')
  })
})

async function inFinnish({ page, front }: Desk, credentials: Parameters<typeof front.signIn>[0]) {
  await front.signIn(credentials)
  await expect(front.reader).toContainText('Ready')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
  await page.keyboard.press('Escape')
}

/** Every line whole within the window, in letters of so many pixels at the least. */
async function expectGiant(page: Page, text: string, least: number) {
  const heading = page.getByRole('heading', { level: 2, name: text, exact: true })
  await expect(heading).toBeVisible()
  const lines = await heading.locator('span').evaluateAll((spans) =>
    spans.map((line) => {
      const { top, bottom, right, height } = line.getBoundingClientRect()
      const isWhole = top >= 0 && bottom <= innerHeight && right <= innerWidth
      return { size: parseFloat(getComputedStyle(line).fontSize), height, isWhole }
    }),
  )
  expect(lines.length).toBeGreaterThan(0)
  for (const { size, height, isWhole } of lines) {
    expect(size, `${text} in letters of ${size} px`).toBeGreaterThanOrEqual(least)
    expect(height, `one line of ${text}`).toBeLessThan(size * 1.6)
    expect(isWhole, `${text} within the window`).toBe(true)
  }
}
