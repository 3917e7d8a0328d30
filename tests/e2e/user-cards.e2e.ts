import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

const [old, next, lent] = ['04C43BC21C2680', '0475AC4A966081', '1C78F2BF']

test.describe('the cards of a user', () => {
  test('are lost, found, replaced and lent by tap without the cloud, which then does the same', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Ville', cardId: old })
    await front.send.click()
    await expect(page.getByText('In the cloud: Ville')).toBeVisible()
    await expect(front.sync).toContainText('Up to date')
    await cloud.stop()

    await front.goTo('Users')
    const first = await lay({ uid: old })
    await expect(page.getByRole('table', { name: 'Users' }).getByRole('row')).toHaveCount(2)
    await first.remove()
    await page.getByRole('button', { name: 'Cards of Ville' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cards of Ville' })
    const card = (name: string) => dialog.getByRole('listitem', { name })
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()

    await press('Card lost')
    await expect(card(`${old}, Blocked: lost`)).toBeVisible()
    await press('Undo')
    await expect(card(`${old}, In use`)).toBeVisible()
    await press('Card lost')
    await press('Card found')
    await expect(card(`${old}, In use`)).toBeVisible()

    const second = await lay({ uid: next })
    await expect(dialog.getByRole('textbox', { name: 'Card ID' })).toHaveValue(next)
    await second.remove()
    await press('Replace card')
    await expect(card(`${next}, In use`)).toBeVisible()
    await expect(card(`${old}, Blocked: replaced`)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Card found' })).toBeDisabled()

    await press('Temporary card')
    const third = await lay({ uid: lent })
    await expect(dialog.getByRole('textbox', { name: 'Card ID' })).toHaveValue(lent)
    await third.remove()
    await dialog.getByLabel('Ends').fill('2020-01-01T18:00')
    await press('Give temporary card')
    await expect(dialog.getByText('Choose a day and a time to come.')).toBeVisible()
    await dialog.getByLabel('Ends').fill('2097-05-01T18:00')
    await press('Give temporary card')
    await expect(card(`${lent}, Temporary until`)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()

    await front.goTo('User invitations')
    await lay({ uid: old })
    await expect(page.getByText('This is a blocked card of Ville.')).toBeVisible()
    await front.button('Discard changes').click()

    await cloud.start()
    await front.syncNow()
    await expect(front.sync).toContainText('Up to date', { timeout: 30_000 })
    const [ville, ...others] = cloud.evidence.people('Ville')
    expect(others).toEqual([])
    expect(ville?.cardId).toBe(next)
    expect(cloud.evidence.otherCardsOf('Ville')).toEqual([
      { cardId: old, status: 'blocked', until: null },
      { cardId: lent, status: 'temporary', until: new Date('2097-05-01T18:00').toISOString() },
    ])
    // Op ids rise with the time at which they were minted: the cloud's order is the desk's.
    const done = cloud.evidence.operations(ville?.id ?? '')
    expect(done.map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'))
    const ids = done.map(({ opId }) => opId)
    expect(ids).toEqual(ids.toSorted())
  })

  test('are taken back and found after the cloud has heard of them', async ({ cloud, open }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Ville', cardId: old })
    await front.send.click()
    await expect(page.getByText('In the cloud: Ville')).toBeVisible()
    await front.goTo('Users')
    await page.getByRole('button', { name: 'Cards of Ville' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cards of Ville' })
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()
    const card = (name: string) => dialog.getByRole('listitem', { name })
    /** Not before Undo is offered no longer. */
    const others = (wanted: object[]) =>
      expect
        .poll(() => cloud.evidence.otherCardsOf('Ville'), { timeout: 30_000 })
        .toMatchObject(wanted)

    await press('Card lost')
    await press('Temporary card')
    await dialog.getByRole('textbox', { name: 'Card ID' }).fill(lent)
    await dialog.getByLabel('Ends').fill('2097-05-01T18:00')
    await press('Give temporary card')
    await others([
      { cardId: old, status: 'blocked' },
      { cardId: lent, status: 'temporary' },
    ])

    await card(`${lent}, Temporary until`).getByRole('button', { name: 'Take back' }).click()
    await expect(card(lent)).toBeHidden()
    await press('Card found')
    await expect(card(`${old}, In use`)).toBeVisible()
    await others([])
    const [ville] = cloud.evidence.people('Ville')
    expect(ville?.cardId).toBe(old)
    const done = cloud.evidence.operations(ville?.id ?? '')
    expect(done.map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'))

    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await front.goTo('User invitations')
    await front.fill({ role: 'User', firstName: 'Next', cardId: lent })
    await front.send.click()
    await expect(page.getByText('In the cloud: Next')).toBeVisible()
  })

  test('can be used by everybody, in the light and in the dark', async ({ cloud, open }) => {
    const desk = await open()
    const { page, front } = desk
    const { look, resize } = await createLooks(desk)
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Ville', lastName: 'Virtanen', cardId: old })
    await front.field('Surface ID').fill('A-0017')
    await front.send.click()
    await expect(page.getByText('In the cloud: Ville Virtanen')).toBeVisible()
    await front.goTo('Users')
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Ville')
    await page.getByRole('button', { name: 'Cards of Ville Virtanen' }).click()
    const dialog = page.getByRole('dialog')
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()
    await press('Replace card')
    await dialog.getByRole('textbox', { name: 'Card ID' }).fill(next)
    await press('Replace card')
    await press('Temporary card')
    await dialog.getByRole('textbox', { name: 'Card ID' }).fill(lent)
    await resize(1280, 800)
    await look('user-cards-lend')
    await press('Give temporary card')
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    await look('user-cards')
    await resize(1920, 1080)
    await look('user-cards-large')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await look('users-with-cards')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Kortit: Ville Virtanen' }).click()
    await expect(page.getByRole('dialog', { name: 'Kortit: Ville Virtanen' })).toBeVisible()
    await resize(1024, 700)
    await look('user-cards-finnish')
  })
})
