import { type Desk, expect, test } from './story.ts'
import { unknownDesk } from './unknown-desk.ts'

const [one, other, third] = ['04C43BC21C2680', '0475AC4A966081', '1C78F2BF'] as const

async function atDesk(
  open: () => Promise<Desk>,
  cloud: { credentials: Parameters<Desk['front']['signIn']>[0] },
) {
  const desk = await open()
  await desk.front.signIn(cloud.credentials)
  await expect(desk.front.reader).toContainText('Ready')
  return desk
}

test.describe('a tap at the form', () => {
  test('asks where there is a card already, steals no focus, and loses nothing', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front, kill } = await atDesk(open, cloud)
    await front.fill({ role: 'User', firstName: 'Ylva' })
    const first = await lay({ uid: one })
    await expect(front.cardId).toHaveValue(one)
    await first.remove()

    const organization = page.getByLabel('Member of / organization')
    await organization.pressSequentially('Har', { delay: 50 })
    const second = await lay({ uid: other })
    const question = front.offer(other)
    await expect(question).toBeVisible()
    await expect(organization).toBeFocused()
    await page.keyboard.type('bour', { delay: 50 })
    await expect(organization).toHaveValue('Harbour')
    await expect(front.cardId).toHaveValue(one)
    await second.remove()
    await question.getByRole('button', { name: 'New person with this card' }).click()

    await expect(front.cardId).toHaveValue(other)
    await expect(front.field('First name')).toHaveValue('')
    await expect(front.field('Email')).toBeFocused()
    const aside = page.getByRole('group', { name: 'Set aside' })
    await expect(aside.getByRole('button')).toHaveText(['Ylva'])
    await front.fill({ role: 'User', firstName: 'Bo' })
    await front.send.click()
    await expect(front.recentRow('Bo')).toBeVisible()
    await expect(front.cardId).toHaveValue('')

    // What was set aside outlives the program as well.
    await kill()
    const again = await open()
    const back = again.page.getByRole('button', { name: 'Go on with Ylva' })
    await back.click()
    await expect(again.front.cardId).toHaveValue(one)
    await expect(again.front.field('First name')).toHaveValue('Ylva')
    await expect(again.page.getByLabel('Member of / organization')).toHaveValue('Harbour')
    await expect(back).toBeHidden()
    await again.front.send.click()
    await expect(again.front.recentRow('Ylva')).toBeVisible()
    await again.front.signInAgain(cloud.demo.password)
    await expect(again.front.sync).toContainText('Up to date')
    expect(cloud.evidence.people('Ylva')).toMatchObject([{ cardId: one }])
    expect(cloud.evidence.people('Bo')).toMatchObject([{ cardId: other }])
  })

  test('is answered by keys alone: Ctrl+N takes the card to somebody new', async ({
    cloud,
    lay,
    open,
  }) => {
    const { app, page, front } = await atDesk(open, cloud)
    await front.field('First name').focus()
    await page.keyboard.type('Ylva', { delay: 50 })
    const first = await lay({ uid: one })
    await expect(front.cardId).toHaveValue(one)
    await first.remove()
    const second = await lay({ uid: other })
    await expect(page.getByRole('button', { name: 'New person with this card' })).toBeVisible()
    await second.remove()
    await menu(app, 'New person')
    await expect(front.cardId).toHaveValue(other)
    await expect(page.getByRole('button', { name: 'Go on with Ylva' })).toBeVisible()

    // And the other answers by Tab.
    const next = await lay({ uid: third })
    const replace = page.getByRole('button', { name: 'Replace', exact: true })
    await expect(replace).toBeVisible()
    await next.remove()
    await front.field('Surface ID').focus()
    await page.keyboard.press('Tab')
    await expect(replace).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'New person with this card' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(front.cardId).toHaveValue(third)
  })

  test('takes the place of a card that may not be handed out', async ({ cloud, lay, open }) => {
    const { front } = await atDesk(open, cloud)
    const random = await lay({ uid: '08112233' })
    await expect(front.cardId).toHaveValue('08112233')
    await random.remove()
    await lay({ uid: one })
    await expect(front.cardId).toHaveValue(one)
  })
})

test.describe('a tap at a table', () => {
  test('shows and selects whoever has the card, in whichever of the two lists', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await atDesk(open, cloud)
    await front.sendPerson({
      role: 'User',
      email: 'pia@example.test',
      firstName: 'Pia',
      cardId: one,
    })
    await front.sendPerson({ role: 'User', email: 'rei@example.test', firstName: 'Rei' })
    await front.sendPerson({ role: 'User', firstName: 'Ulla', cardId: other })

    await front.row('Rei').getByText('Rei', { exact: true }).click()
    await expect(page.getByText('A tapped card finds its holder here.')).toBeVisible()
    const first = await lay({ uid: one })
    await expect(front.table.getByRole('row')).toHaveCount(2)
    await expect(front.row('Pia')).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('checkbox', { name: 'Select Pia' })).toBeChecked()
    await expect(page.getByRole('status').filter({ hasText: 'Card of Pia' })).toBeAttached()
    await expect(front.cardId).toHaveValue('')
    await first.remove()

    const second = await lay({ uid: other })
    const users = page.getByRole('table', { name: 'Users' })
    await expect(users.getByRole('row')).toHaveCount(2)
    await expect(users.getByRole('row').nth(1)).toContainText('Ulla')
    await expect(users.getByRole('row').nth(1)).toHaveAttribute('aria-current', 'true')
    await second.remove()

    const again = await lay({ uid: one })
    await expect(page.getByRole('checkbox', { name: 'Select Pia' })).toBeChecked()
    await expect(page.getByRole('heading', { name: 'Pending invitations' })).toBeFocused()
    await again.remove()
  })

  test('offers a card that nobody has to somebody new, also by keys alone', async ({
    cloud,
    lay,
    open,
  }) => {
    const { app, page, front } = await atDesk(open, cloud)
    const unknown = unknownDesk(page)
    await front.fill({ role: 'User', firstName: 'Half' })
    await front.goTo('Users')
    const search = page.getByRole('searchbox', { name: 'Search users' })
    await search.pressSequentially('som', { delay: 50 })
    const first = await lay({ uid: one })
    await expect(page.getByText(`Nobody has the card ${one}.`)).toBeVisible()
    await expect(search).toBeFocused()
    await expect(search).toHaveValue('som')
    await first.remove()
    await unknown.newUser.click()
    await expect(front.cardId).toHaveValue(one)
    await expect(page.getByRole('button', { name: 'Go on with Half' })).toBeVisible()
    await front.button('Discard changes').click()

    await page.getByRole('heading', { name: 'Pending invitations' }).click()
    const second = await lay({ uid: other })
    await expect(unknown.newUser).toBeVisible()
    await second.remove()
    await menu(app, 'New person')
    await expect(front.cardId).toHaveValue(other)
    await expect(unknown.newUser).toBeHidden()
  })

  test('says that the number of a bank card is not kept', async ({ cloud, lay, open }) => {
    const { page, front } = await atDesk(open, cloud)
    await front.goTo('Users')
    const visa = await lay({ uid: '04D1D2D3D4D580', atr: '3B8680014449203032567E' })
    await expect(page.getByText('Its number is not kept. A bank card')).toBeVisible()
    await visa.remove()
    await unknownDesk(page).open()
    await expect(page.getByText('No unknown cards')).toBeVisible()
  })
})

/** As its shortcut does: Playwright's keys do not reach the menu. */
async function menu(app: Desk['app'], label: string) {
  const found = await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((each) => each.submenu?.items ?? [])
    const item = items?.find((each) => each.label === wanted)
    item?.click()
    return item?.accelerator
  }, label)
  expect(found).toBe('CmdOrCtrl+N')
}
