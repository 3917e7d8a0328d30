import { createLooks } from './looks.ts'
import { pendingTable } from './pending-table.ts'
import { expect, test } from './story.ts'

/** Of the demo: an Account Admin who has not registered yet. */
const admin = 'reception@harbour.example'

test('a Regional Admin is offered what they may do, and told what they may not', async ({
  cloud,
  open,
}) => {
  const regional = await cloud.account.member('regional-admin')
  const desk = await open()
  const { front } = desk
  const table = pendingTable(desk)
  await cloud.account.switchOn(false)
  await front.trySignIn({ url: cloud.url, ...regional })
  await expect(front.alert).toHaveText(
    'You were recognised, but the account is switched off. Ask whoever manages the service to switch it on.',
  )
  await cloud.account.switchOn(true)
  await front.signIn({ url: cloud.url, ...regional })

  await expect(front.role.getByRole('option')).toHaveText([
    'Choose a role',
    'User',
    'Regional Admin',
    'Installer',
  ])
  await expect(front.row(admin)).toBeVisible()
  await expect(front.row(admin).getByRole('button')).toHaveCount(0)
  await expect(table.action('Omar Haddad', 'Resend')).toBeVisible()
  // Of another region.
  await expect(front.row('elif.kaya@lindenhof.example')).toHaveCount(0)

  await table.selectPage.check()
  await table.bulk.getByRole('button', { name: 'Resend' }).click()
  await table.answer('Resend')
  await expect(table.dialog).toContainText('1 invitation cannot be resent:')
  await expect(table.dialog).toContainText(`${admin} has a role above yours`)
  await table.close()
  await expect(desk.page.getByText('2 invitations will be mailed again.')).toBeVisible()
  await expect(front.sync).toContainText('Up to date')
})

test('an Installer hands out cards and has nothing else on the desk', async ({ cloud, open }) => {
  const installer = await cloud.account.member('installer')
  const desk = await open()
  const { front, page } = desk
  const { look } = await createLooks(desk)
  await front.signIn({ url: cloud.url, ...installer })
  await expect(front.role.getByRole('option')).toHaveText(['Choose a role', 'User'])
  await expect(front.field('Email')).toHaveCount(0)
  await expect(front.table).toHaveCount(0)
  // What hands out cards, and the readers that it takes; neither people nor settings.
  const pages = ['User invitations', 'Roster', 'Quick scan', 'Unknown cards', 'Readers']
  await expect(page.getByRole('link')).toHaveText(pages)

  await front.fill({ role: 'User', firstName: 'Site', lastName: 'Guest' })
  await front.send.click()
  await expect(page.getByText('Tap a card or type its number.')).toBeVisible()
  await expect(front.cardId).toBeFocused()
  await front.cardId.fill('04C43BC21C2680')
  await front.send.click()
  await expect(front.recentRow('Site Guest')).toContainText('In the cloud')
  await look('installer')
  expect(cloud.evidence.people('Site')).toMatchObject([{ kind: 'user', email: null }])
})

test('what the cloud refuses to a role is explained at the field', async ({ cloud, open }) => {
  const member = await cloud.account.member('account-admin')
  const { front, page } = await open()
  await front.signIn({ url: cloud.url, ...member })
  await cloud.account.changeRole(member.email, 'regional-admin')
  await front.fill({ email: 'new@site.example', role: 'Account Admin', firstName: 'New' })
  await front.send.click()

  const reason = 'You may not give this role. Allowed: User, Regional Admin, Installer.'
  await expect(front.attention).toContainText(reason)
  await expect(front.row('new@site.example')).toContainText('Needs attention')
  await front.button('Edit New').click()
  await expect(front.role).toBeFocused()
  const form = page.getByRole('form', { name: 'Correct and send again: New' })
  await expect(form).toContainText(reason)
  await front.role.selectOption({ label: 'User' })
  await front.send.click()
  await expect(front.attention).toHaveCount(0)
  await expect(front.row('new@site.example')).toContainText(/In the cloud|Sent/)
})
