import { operatorAt } from '../support/cloud-operator.ts'
import { appliedChange, createOf, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { createPictures } from '../support/pictures.ts'
import { pendingTable } from './pending-table.ts'
import { expect, test } from './story.ts'

test('two people changed the same field: both values, who and when, and one press', async ({
  cloud,
  open,
}) => {
  const { front, page } = await open()
  const pictures = await createPictures(page)
  const other = await signInDesk(cloud.url, cloud.demo)
  const [made] = await other.send(createOf({ firstName: 'Ville', lastName: 'Virta' }))
  const { id } = appliedChange(made)
  await front.signIn(cloud.credentials)
  await front.goTo('Users')
  const table = page.getByRole('table', { name: 'Users' })
  await expect(table).toContainText('Ville Virta')

  const inCloud = async () => (await other.changes()).changes.find((each) => each.id === id)

  async function change(lastName: string) {
    await front.workOffline(true)
    await page
      .getByRole('button', { name: /^Edit Ville/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Last name' }).fill(lastName)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }

  await change('Mine')
  await other.send(updateOf(id, 1, { lastName: 'Theirs' }))
  await front.workOffline(false)
  const values = page.getByRole('table', { name: 'Values of Ville Mine' })
  await expect(values.getByRole('row', { name: 'Last name Mine Theirs' })).toBeVisible()
  await expect(front.attention).toContainText(/Changed by .+, .+\d\d/)
  await front.goTo('User invitations')
  expect(await pictures.take('conflict')).toEqual([])
  await front.goTo('Users')
  await front.button('Keep mine: Ville Mine').click()
  await expect(front.attention).toHaveCount(0)
  await expect(front.sync).toContainText('Up to date')
  expect(await inCloud()).toMatchObject({ version: 3, state: { lastName: 'Mine' } })

  await change('Again')
  await other.send(updateOf(id, 3, { lastName: 'Last' }))
  await front.workOffline(false)
  await front.button('Take theirs: Ville Again').click()
  await expect(front.attention).toHaveCount(0)
  await expect(table).toContainText('Ville Last')
  await expect(front.sync).toContainText('Up to date')
})

test('a group that vanished is decided once for all', async ({ cloud, open }) => {
  const desk = await open()
  const { front, page } = desk
  const pictures = await createPictures(page)
  await front.signIn(cloud.credentials)
  const pending = pendingTable(desk)
  await front.workOffline(true)
  await pending.selectPage.check()
  await pending.bulk.getByRole('button', { name: 'Add to a user group' }).click()
  await pending.dialog.getByRole('checkbox', { name: 'Cleaning' }).check()
  await pending.answer('Add')
  await expect(page.getByText('8 people added to the user group.')).toBeVisible()

  const { typed } = operatorAt(cloud.dataDir)
  await typed('directory', 'add', 'group', '--name', 'Evening shift')
  await typed('directory', 'remove', 'group', '--name', 'Cleaning', '--from-everyone')
  await front.workOffline(false)
  await expect(front.attention).toContainText('The cloud refused 8 entries.')
  await expect(front.attention).toContainText('All 8')
  const group = page.getByRole('combobox', { name: 'Other user group: All 8' })
  await expect(group.getByRole('option', { name: 'Evening shift' })).toHaveCount(1)
  expect(await pictures.take('conflict-group')).toEqual([])
  await group.selectOption({ label: 'Evening shift' })
  await front.button('Move to group: All 8').click()
  await expect(front.attention).toHaveCount(0)
  await expect(front.sync).toContainText('Up to date')
  const { changes } = await (await signInDesk(cloud.url, cloud.demo)).changes()
  const [shift] = (await typed('directory', 'list')).filter(({ name }) => name === 'Evening shift')
  const members = changes.filter(({ state }) => state?.groups.includes(String(shift?.['id'])))
  expect(members).toHaveLength(8)
})

test('the sign-in page of a network is no cloud: it is named, and nothing is lost', async ({
  cloud,
  open,
}) => {
  const network = await startFaultProxy(cloud.url)
  const { front, page } = await open()
  const pictures = await createPictures(page)
  await front.signIn({ ...cloud.credentials, url: network.url })
  await front.workOffline(true)
  await front.fill({ role: 'User', firstName: 'Portal' })
  await front.send.click()
  await expect(front.recentRow('Portal')).toContainText('Saved on this computer')
  const portal = {
    kind: 'reply',
    status: 200,
    type: 'text/html',
    body: '<form>Accept</form>',
    // The desk is not to try again by itself: what is shown is that the button does.
    headers: { 'retry-after': '3600' },
  } as const
  network.plan(...Array.from({ length: 50 }, () => portal))
  await front.workOffline(false)
  await expect(front.sync).toContainText('Another page answers – 1 saved here')
  const banner = page.getByText(/^A web page answers in place of the cloud\./)
  await expect(banner).toBeVisible()
  await expect(front.recentRow('Portal')).toContainText('Saved on this computer')
  expect(await pictures.take('portal')).toEqual([])

  network.forget()
  await front.button('Try again').click()
  await expect(front.recentRow('Portal')).toContainText('In the cloud')
  await expect(banner).toBeHidden()
  await network.close()
})

test('a new password elsewhere is named, and the work goes on', async ({ cloud, open }) => {
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  const { typed } = operatorAt(cloud.dataDir)
  const [renewed] = await typed('member', 'password', '--email', cloud.demo.email)
  await front.fill({ role: 'User', firstName: 'Renewed' })
  await front.send.click()
  await expect(page.getByText(/^Your password was changed elsewhere\./)).toBeVisible()
  await expect(front.recentRow('Renewed')).toContainText('Saved on this computer')
  await front.signInAgain(String(renewed?.['password']))
  await expect(front.recentRow('Renewed')).toContainText('In the cloud')
})
