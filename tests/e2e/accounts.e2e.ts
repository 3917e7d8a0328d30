import { linkIn } from '../support/smtp-sink.ts'
import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'
import { completeRegistration } from './visitor.ts'

test('one sign-in serves several accounts, each with people and unsent work of its own', async ({
  cloud,
  open,
  sink,
  visit,
}) => {
  await cloud.account.addSecond('House B')
  const desk = await open()
  const { front, page } = desk
  const { look, resize } = await createLooks(desk)
  await resize(1280, 800)
  await front.signIn(cloud.credentials)
  await expect(page.getByRole('banner')).toContainText('Demo site')
  await front.workOffline(true)
  await front.fill({ role: 'User', firstName: 'Only', lastName: 'Here' })
  await front.send.click()
  await expect(front.recentRow('Only Here')).toContainText('Saved on this computer')
  await front.fill({ role: 'Installer', firstName: 'Half', lastName: 'typed' })

  await front.switchAccount('House B')
  await expect(page.getByRole('heading', { name: 'No pending invitations' })).toBeVisible()
  await expect(front.recentRow('Only Here')).toHaveCount(0)
  await expect(front.field('First name')).toHaveValue('')
  await front.workOffline(false)
  await expect(front.sync).toContainText('Up to date')
  await look('accounts-empty')
  await front.goTo('Users')
  await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible()
  await look('accounts-no-users')
  await front.goTo('User invitations')
  const email = 'kim@site.example'
  await front.fill({ email, role: 'User', firstName: 'Kim' })
  await front.send.click()
  const visitor = await visit(linkIn(await sink.mailTo(email)))
  await completeRegistration(visitor, { firstName: 'Kim', lastName: 'Berg' })
  await front.comesIn(() => expect(front.row(email)).toHaveCount(0, { timeout: 500 }))

  expect(cloud.evidence.people('Only')).toEqual([])
  await front.switchAccount('Demo site')
  await expect(front.field('Last name')).toHaveValue('typed')
  await expect(front.recentRow('Only Here')).toContainText('In the cloud')

  await test.step('a user of the other account is known by name, and added as a member', async () => {
    await front.button('Discard changes').click()
    await front.fill({ email, role: 'User', firstName: 'Kim', lastName: 'Berg' })
    await expect(page.getByText('Kim Berg is a user in House B.')).toBeVisible()
    await front.send.click()
    await expect(page.getByText('Added as a member: Kim Berg')).toBeVisible()
    await expect(front.recentRow('Kim Berg')).toContainText('Added as a member')
    await expect(front.row(email)).toHaveCount(0)
    await look('accounts-member')
    await front.fill({ email, role: 'User' })
    await expect(page.getByText('Already a user here: Kim Berg.')).toBeVisible()
  })
  expect(sink.mails).toHaveLength(1)
  expect(cloud.evidence.people('Kim')).toHaveLength(2)
})
