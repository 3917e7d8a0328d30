import type { Page } from 'playwright'
import { temporaryFolder } from '../support/cloud.ts'
import { createPictures } from '../support/pictures.ts'
import { answerNtag, textOnTag } from '../support/virtual-card.mjs'
import { type Desk, expect, test } from './story.ts'

const uid = '1C78F2BF'
/** Faster is a keyboard reader, whose number is taken back. */
const person = { delay: 50 }

const openProfile = (page: Page) =>
  page.getByRole('link', { name: 'Card profile', exact: true }).click()
const learning = (page: Page) => page.getByRole('form', { name: 'Learn the printed number' })
const saved = (page: Page) => page.getByText('Saved for all desks')

test.describe('the card profile', () => {
  test('is learned from one card in four steps by somebody who knows nothing of bytes', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')

    const steps: string[] = []
    const step = async (name: string, act: () => Promise<unknown>) => {
      steps.push(name)
      await act()
    }
    const began = performance.now()
    await step('click: Card profile', () => openProfile(page))
    await step('tap', () => lay({ uid }))
    const printed = page.getByRole('textbox', { name: 'Printed on this card' })
    await expect(printed).toBeFocused()
    await step('type', () => page.keyboard.type('3220338716', person))
    await expect(learning(page)).toContainText('Decimal, reversed')
    await step('click: Remember', () => front.button('Remember for this account').click())
    await expect(saved(page)).toBeVisible()
    expect(steps).toHaveLength(4)
    // Without the time to read and to lay the card; 20 s are for a person.
    expect(performance.now() - began).toBeLessThan(5_000)

    await expect(page.getByRole('radio', { name: 'Computed from the card’s number' })).toBeChecked()
    await expect(page.getByRole('status', { name: 'Surface ID' })).toHaveText('3220338716')
  })

  test('asks for a second card where one may be chance', async ({ cloud, lay, open }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    await openProfile(page)
    const first = await lay({ uid })
    const printed = page.getByRole('textbox', { name: 'Printed on this card' })
    await expect(printed).toBeFocused()
    await page.keyboard.type('477689511', person)
    await expect(learning(page)).toContainText('Lay a second card')
    await expect(front.button('Remember for this account')).toBeDisabled()
    await first.remove()
    await lay({ uid: '1C78F2C0' })
    await expect(printed).toHaveValue('')
    await page.keyboard.type('477689512', person)
    await expect(learning(page)).toContainText('plus 1000')
    await page.keyboard.press('Enter')
    await expect(saved(page)).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Add', exact: true })).toHaveValue('1000')
  })

  test('set at one desk fills both numbers at another, also while the cloud is away', async ({
    cloud,
    lay,
    open,
  }) => {
    const [one, other] = [await open(), await open({ profile: temporaryFolder('other') })]
    for (const { front } of [one, other]) await front.signIn(cloud.credentials)
    await openProfile(one.page)
    const cardId = one.page.getByRole('group', { name: 'Card ID' })
    await cardId.getByRole('combobox', { name: 'Byte order' }).selectOption('Reversed')
    await cardId.getByRole('combobox', { name: 'Written as' }).selectOption('Decimal')
    await cardId.getByRole('textbox', { name: 'Fill up to digits' }).fill('10')
    await one.page.getByRole('radio', { name: 'Computed from the card’s number' }).check()
    await one.page
      .getByRole('group', { name: 'Surface ID' })
      .getByRole('combobox', { name: 'Written as' })
      .selectOption({ label: 'Facility, card (2H4H), last 3 bytes' })
    await one.front.button('Save').click()
    await expect(saved(one.page)).toBeVisible()

    await other.front.syncNow()
    await expect(other.front.decimal).toBeChecked()
    await cloud.stop()
    await expect(other.front.reader).toContainText('Ready')
    await lay({ uid })
    await expect(other.front.cardId).toHaveValue('3220338716')
    await expect(other.front.field('Surface ID')).toHaveValue('120,62143')
    await other.front.decimal.uncheck()
    await expect(other.front.cardId).toHaveValue('BFF2781C')

    await one.front.button('Save').click()
    await expect(one.front.alert).toContainText('The cloud does not answer')
  })

  test('takes Surface ID from the text on a tag, and the next label from a roll', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    await chooseSurface({ page, front }, 'The text stored on the card')
    const tag = '04A3B1C2D3E480'
    const card = await lay({ uid: tag, answer: answerNtag(tag, textOnTag('Locker 17')) })
    await expect(front.cardId).toHaveValue(tag)
    await expect(front.field('Surface ID')).toHaveValue('Locker 17')
    await card.remove()
    const blank = await lay({ uid: '04A3B1C2D3E481' })
    await front.offer('04A3B1C2D3E481').getByRole('button', { name: 'Replace' }).click()
    await expect(front.cardId).toHaveValue('04A3B1C2D3E481')
    await expect(front.field('Surface ID')).toHaveValue('')
    await expect(page.getByText('This card holds no text')).toBeVisible()
    await blank.remove()
    await front.button('Discard changes').click()

    await chooseSurface({ page, front }, 'The next label of a roll', async () => {
      await page.getByRole('textbox', { name: 'Prefix' }).fill('A-')
      await page.getByRole('textbox', { name: 'Next number' }).fill('120')
    })
    for (const [index, label] of ['A-0120', 'A-0121'].entries()) {
      const next = await lay({ uid: `04A3B1C2D3E49${index}` })
      await expect(front.field('Surface ID')).toHaveValue(label)
      await front.fill({ role: 'User', firstName: `Holder ${index}` })
      await front.send.click()
      await expect(page.getByText(`In the cloud: Holder ${index}`)).toBeVisible()
      await next.remove()
    }
  })

  test('is clear to look at, in the light and in the dark', async ({ cloud, lay, open }) => {
    const { page, front } = await open()
    const pictures = await createPictures(page)
    const look = async (name: string) => expect(await pictures.take(name)).toEqual([])
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    await openProfile(page)
    await expect(page.getByRole('form', { name: 'Card profile' })).toBeVisible()
    await look('card-profile')
    await lay({ uid })
    await page.getByRole('textbox', { name: 'Printed on this card' }).fill('3220338716')
    await look('card-profile-learned')
    await front.button('Remember for this account').click()
    await expect(saved(page)).toBeVisible()
    await page.setViewportSize({ width: 1920, height: 1080 })
    await look('card-profile-saved-wide')
    await page.getByRole('radio', { name: 'The next label of a roll' }).check()
    await page.getByRole('textbox', { name: 'Digits' }).fill('x')
    await page.setViewportSize({ width: 1024, height: 700 })
    await look('card-profile-fault-small')
  })
})

async function chooseSurface(
  { page, front }: Pick<Desk, 'page' | 'front'>,
  kind: string,
  more: () => Promise<void> = async () => {},
) {
  await openProfile(page)
  await page.getByRole('radio', { name: kind }).check()
  await more()
  await front.button('Save').click()
  await expect(saved(page)).toBeVisible()
  await page.getByRole('link', { name: 'User invitations' }).click()
}
