import { createLooks } from './looks.ts'
import { scanDesk } from './scan-desk.ts'
import { expect, test } from './story.ts'
import { unknownDesk } from './unknown-desk.ts'

const [one, other, third] = ['04C43BC21C2680', '0475AC4A966081', '1C78F2BF'] as const
/** A MIFARE Classic 1K, whose numbers have four bytes; and an NTAG. */
const classic = '3B8F8001804F0CA000000306030001000000006A'
const ntag = '3B8F8001804F0CA0000003060300030000000068'

test.describe('cards that nobody has', () => {
  test('can be looked through by everybody, in the light and in the dark', async ({
    cloud,
    lay,
    open,
  }) => {
    test.slow()
    const desk = await open()
    const { page, front } = desk
    const unknown = unknownDesk(page)
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    await unknown.open()
    await expect(page.getByText('No unknown cards')).toBeVisible()
    await look('unknown-empty')
    const scan = scanDesk(page)
    await scan.open()
    await scan.start('A-', '0017')
    const labelled = await lay({ uid: third, atr: classic })
    await scan.shows('A-0017')
    await labelled.remove()
    await front.goTo('Users')
    for (const uid of [one, other]) {
      const card = await lay({ uid, atr: ntag })
      await expect(page.getByText(`Nobody has the card ${uid}.`)).toBeVisible()
      await card.remove()
    }
    await look('unknown-offered')
    await unknown.open()
    await unknown.has(one, other, third)
    await look('unknown')
    await page.getByRole('button', { name: `Remove ${one}` }).click()
    await unknown.has(other, third)
    await look('unknown-removed')
    const give = await unknown.give(other, 'Lewandowski')
    await look('unknown-give')
    await page.keyboard.press('Escape')
    await expect(give).toBeHidden()
    await resize(1920, 1080)
    await look('unknown-large')
    await resize(1024, 700)
    await look('unknown-small')

    await resize(1280, 800)
    await front.goTo('User invitations')
    await front.fill({ role: 'User', firstName: 'Aino', lastName: 'Salo' })
    const first = await lay({ uid: one })
    await expect(front.cardId).toHaveValue(one)
    await first.remove()
    const second = await lay({ uid: other })
    await expect(page.getByRole('button', { name: 'New person with this card' })).toBeVisible()
    await second.remove()
    await look('form-asks')
    await page.getByRole('button', { name: 'New person with this card' }).click()
    await look('form-aside')
    await page.getByRole('button', { name: 'Choose a scanned card' }).click()
    await expect(unknown.chooser.getByRole('radio')).toHaveCount(3)
    await look('choose-card')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
    await page.keyboard.press('Escape')
    await expect(page.getByText('Odottamassa')).toBeVisible()
    const next = await lay({ uid: one })
    await expect(page.getByRole('button', { name: 'Uusi henkilö tällä kortilla' })).toBeVisible()
    await next.remove()
    await look('form-asks-finnish')
    await page.getByRole('link', { name: 'Tuntemattomat kortit' }).click()
    await expect(page.getByRole('table', { name: 'Tuntemattomat kortit' })).toBeVisible()
    await look('unknown-finnish')
    await resize(1920, 1080)
    await look('unknown-finnish-large')
  })
})
