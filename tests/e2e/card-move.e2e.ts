import { createLooks } from './looks.ts'
import { createOtherDesk } from './other-desk.ts'
import { expect, test } from './story.ts'

const card = '04AABBCCDDEE90'

test.describe('a recycled card', () => {
  test('is tapped offline, moved in one step, and has one holder in the cloud', async ({
    cloud,
    lay,
    open,
  }) => {
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Leaving', lastName: 'Lind', cardId: card })
    const desk = await open()
    const { front, page } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1920, 1080)
    await front.signIn(cloud.credentials)
    await front.workOffline(true)
    await front.fill({ role: 'User', firstName: 'Nea', lastName: 'Newcomer' })
    await lay({ uid: card })
    await expect(page.getByText('This card is held by Leaving Lind.')).toBeVisible()

    await front.button('Move card to this person').click()
    const question = page.getByRole('group', {
      name: 'Move the card from Leaving Lind to Nea Newcomer?',
    })
    await question.getByRole('button', { name: 'Move card', exact: true }).click()
    await expect(
      page.getByText('The card will move from Leaving Lind to Nea Newcomer.'),
    ).toBeVisible()
    await look('card-moving')

    await front.send.click()
    await expect(page.getByText('Card moved from Leaving Lind to Nea Newcomer.')).toBeVisible()
    await look('card-moved')
    await page.getByRole('link', { name: 'Users', exact: true }).click()
    const search = page.getByRole('searchbox', { name: 'Search users' })
    await search.fill(card)
    const found = page.getByRole('table', { name: 'Users' }).getByRole('row')
    await expect(found).toHaveCount(2)
    await expect(found.nth(1)).toContainText('Nea Newcomer')
    expect(cloud.evidence.people('Leaving')).toMatchObject([{ cardId: card }])

    await front.workOffline(false)
    await expect(front.sync).toContainText('Up to date', { timeout: 20_000 })
    expect(cloud.evidence.people('Nea')).toMatchObject([{ cardId: card }])
    expect(cloud.evidence.people('Leaving')).toMatchObject([{ cardId: null }])
  })

  test('stays with its holder when the move is undone', async ({ cloud, open }) => {
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Keeper', cardId: card })
    await other.create({ firstName: 'Other' })
    const desk = await open()
    const { front, page } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    await page.getByRole('link', { name: 'Users', exact: true }).click()
    await page.getByRole('button', { name: 'Edit Other' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit Other' })
    await dialog.getByRole('textbox', { name: 'Card ID' }).fill(card)
    await dialog.getByRole('button', { name: 'Move card to this person' }).click()
    await expect(dialog.getByRole('button', { name: 'Leave it' })).toBeFocused()
    await look('card-moving-edit')
    await dialog.getByRole('button', { name: 'Move card', exact: true }).click()
    await expect(dialog.getByRole('button', { name: 'Don’t move' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Card moved from Keeper to Other.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('The card is with Keeper again.')).toBeVisible()
    await expect(front.sync).toContainText('Up to date')
    expect(cloud.evidence.people('Keeper')).toMatchObject([{ cardId: card }])
    expect(cloud.evidence.people('Other')).toMatchObject([{ cardId: null }])
  })

  test('that the cloud refused is moved from where it waits', async ({ cloud, open }) => {
    const desk = await open()
    const { front, page } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    await front.workOffline(true)
    await front.fill({ role: 'User', firstName: 'Waiting', cardId: card })
    await front.send.click()
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Faster', cardId: card })
    await front.workOffline(false)
    await expect(front.attention).toContainText('This card is held by Faster.')
    await look('card-taken-remedies')

    await front.button('Move card to Waiting').click()
    const question = page.getByRole('group', { name: 'Move the card from Faster to Waiting?' })
    await question.getByRole('button', { name: 'Move card', exact: true }).click()
    await expect(front.attention).toBeHidden()
    await expect(front.sync).toContainText('Up to date', { timeout: 20_000 })
    expect(cloud.evidence.people('Waiting')).toMatchObject([{ cardId: card }])
    expect(cloud.evidence.people('Faster')).toMatchObject([{ cardId: null }])
  })

  test('can be gone without, when the person matters more than the card', async ({
    cloud,
    open,
  }) => {
    const { front } = await open()
    await front.signIn(cloud.credentials)
    await front.workOffline(true)
    await front.fill({ role: 'User', firstName: 'Cardless', cardId: card })
    await front.send.click()
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Faster', cardId: card })
    await front.workOffline(false)
    await expect(front.attention).toContainText('This card is held by Faster.')
    await front.button('Without card: Cardless').click()
    await expect(front.attention).toBeHidden()
    await expect(front.recentRow('Cardless')).toContainText('In the cloud')
    expect(cloud.evidence.people('Cardless')).toMatchObject([{ cardId: null }])
    expect(cloud.evidence.people('Faster')).toMatchObject([{ cardId: card }])
  })
})

test('a number of which a cheap reader shows a part may be the same card', async ({
  cloud,
  open,
}) => {
  const other = await createOtherDesk(cloud)
  await other.create({ firstName: 'Whole', cardId: card })
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  await front.fill({ role: 'User', firstName: 'Part', cardId: card.slice(0, 8) })
  await expect(page.getByText('May be the same card as Whole’s')).toBeVisible()
  await expect(front.button('Move card to this person')).toBeHidden()
})
