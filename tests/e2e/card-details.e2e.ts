import type { Page } from 'playwright'
import { createPictures } from '../support/pictures.ts'
import { expect, test } from './story.ts'

const ultralight = '3B8F8001804F0CA0000003060300030000000068'

/** The rows of the table have buttons of the same name. */
const inForm = (page: Page) => page.getByRole('form').getByRole('button', { name: 'Card details' })

test('a card with a random number is refused with the reason, and explained', async ({
  cloud,
  lay,
  open,
}) => {
  const { front, page } = await open()
  const pictures = await createPictures(page)
  const look = async (name: string) => expect(await pictures.take(name)).toEqual([])
  await front.signIn(cloud.credentials)
  await expect(front.reader).toContainText('Ready')

  const phone = await lay({ uid: '083D775E', atr: '3B80800101' })
  await expect(front.cardId).toHaveValue('083D775E')
  await expect(front.cardId).toHaveAttribute('aria-invalid', 'true')
  const reason = page.getByRole('form').getByText('Random number: use another card.')
  await expect(reason).toBeVisible()
  await front.fill({ role: 'User', firstName: 'Random' })
  await front.send.click()
  await expect(front.cardId).toBeFocused()
  await expect(page.getByText('Saved on this computer')).toBeHidden()
  await look('card-refused')

  await inForm(page).click()
  const details = page.getByRole('dialog', { name: 'Card details' })
  await expect(details).toContainText('Phone or watch')
  await expect(details.getByRole('alert')).toContainText('another one with every tap')
  await look('card-details-random')
  await page.keyboard.press('Escape')
  await expect(inForm(page)).toBeFocused()

  // The next card takes its place, and nothing stands in the way any more.
  await phone.remove()
  await lay({ uid: '04C43BC21C2680', atr: ultralight })
  await expect(front.cardId).toHaveValue('04C43BC21C2680')
  await expect(reason).toBeHidden()
  await front.send.click()
  await expect(page.getByText('In the cloud: Random')).toBeVisible()
  expect(cloud.evidence.people('Random')).toMatchObject([{ cardId: '04C43BC21C2680' }])
})

test('every number of a card can be looked up and copied, wherever the card is shown', async ({
  cloud,
  lay,
  open,
}) => {
  const { app, front, page } = await open()
  const pictures = await createPictures(page)
  const look = async (name: string) => expect(await pictures.take(name)).toEqual([])
  await front.signIn(cloud.credentials)
  await expect(inForm(page)).toBeHidden()
  await expect(front.reader).toContainText('Ready')

  await lay({ uid: '04C43BC21C2680', atr: ultralight })
  await expect(front.cardId).toHaveValue('04C43BC21C2680')
  await inForm(page).focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('dialog', { name: 'Card details' })
  await expect(details).toContainText('NTAG or MIFARE Ultralight')
  await expect(details.getByRole('region', { name: 'reversed', exact: true })).toContainText(
    '36070701978600452',
  )
  await look('card-details')
  await details.getByRole('button', { name: 'Copy: Decimal, reversed' }).click()
  await expect(details).toContainText('Copied: 36070701978600452')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('36070701978600452')
  await details.getByText('As some readers shorten it').click()
  await expect(
    details.getByRole('region', { name: '88 and first 3 bytes, reversed' }),
  ).toContainText('1002701960')
  await look('card-details-shortened')
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()

  await front.fill({ email: 'ada@example.test', role: 'User' })
  await front.send.click()
  await front.row('ada@example.test').getByRole('button', { name: 'Card details' }).click()
  await expect(details).toContainText('1341660845581952')
  await page.keyboard.press('Escape')
  await look('card-in-pending')

  await front.fill({ role: 'User', firstName: 'Grace', cardId: '1C78F2BF' })
  await front.send.click()
  await expect(page.getByText('In the cloud: Grace')).toBeVisible()
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('button', { name: '1C78F2BF, Card details' }).click()
  await expect(details).toContainText('3220338716')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit Grace' }).click()
  const edit = page.getByRole('dialog', { name: 'Edit Grace' })
  await edit.getByRole('button', { name: 'Card details' }).click()
  await expect(details).toContainText('3220338716')
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await expect(edit).toBeVisible()
})
