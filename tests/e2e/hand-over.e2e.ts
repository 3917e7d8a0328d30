import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test('what a role may not do is left to a colleague at the same computer', async ({
  cloud,
  open,
}) => {
  const member = await cloud.account.member('account-admin')
  const desk = await open()
  const { front, page } = desk
  const { look } = await createLooks(desk)
  const handed = page.getByRole('region', { name: 'Handed over' })
  await front.signIn({ url: cloud.url, ...member })
  await front.workOffline(true)
  for (const firstName of ['Yrsa', 'Zoe']) {
    await front.sendPerson({ email: `${firstName}@site.example`, role: 'User', firstName })
  }
  await cloud.account.changeRole(member.email, 'installer')
  await front.workOffline(false)
  await expect(front.attention).toContainText('Your role creates people without email.')
  await front.button('Hand over to a colleague: All 2').click()
  await expect(front.attention).toHaveCount(0)
  await expect(handed).toContainText('waits at this computer for a colleague')

  await front.signOut()
  await front.signIn(cloud.credentials)
  await expect(handed).toContainText('Colleagues left these 2 to you')
  await look('handed-over')
  await handed.getByRole('button', { name: 'Take over: Yrsa', exact: true }).click()
  await expect(handed).not.toContainText('Yrsa')
  await handed.getByRole('button', { name: 'Drop: Zoe' }).click()
  await expect(handed).toHaveCount(0)
  await expect(front.row('Yrsa@site.example')).toContainText('In the cloud')
  expect(cloud.evidence.people('Yrsa')).toMatchObject([{ kind: 'invitation' }])
  expect(cloud.evidence.people('Zoe')).toEqual([])

  await front.signOut()
  await front.trySignIn({ url: cloud.url, ...member })
  await expect(handed).toContainText('taken over by')
  await expect(handed).toContainText('dropped by')
  await handed.getByRole('button', { name: 'Read: Yrsa' }).click()
  await handed.getByRole('button', { name: 'Read: Zoe' }).click()
  await expect(handed).toHaveCount(0)
})
