import { hostileMarkup } from '../support/hostile-texts.ts'
import { watchHarm } from './harmless.ts'
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
  const { isHarmless } = await watchHarm(page, (url) => url.startsWith('app://tapdesk/'))
  const [, markup = ''] = hostileMarkup
  const handed = page.getByRole('region', { name: 'Handed over' })
  await front.signIn({ url: cloud.url, ...member })
  await front.workOffline(true)
  for (const [nth, firstName] of ['Yrsa', 'Zoe', markup].entries()) {
    await front.sendPerson({ email: `n${nth}@site.example`, role: 'User', firstName })
  }
  await cloud.account.changeRole(member.email, 'installer')
  await front.workOffline(false)
  await expect(front.attention).toContainText('Your role creates people without email.')
  await front.button('Hand over to a colleague: All 3').click()
  await expect(front.attention).toHaveCount(0)
  await expect(handed).toContainText('waits at this computer for a colleague')
  await isHarmless('handed over', markup)

  await front.signOut()
  await front.signIn(cloud.credentials)
  await expect(handed).toContainText('Colleagues left these 3 to you')
  await isHarmless('left to a colleague', markup)
  await handed.getByRole('button', { name: `Drop: ${markup}` }).click()
  await expect(handed).not.toContainText(markup)
  await look('handed-over')
  await handed.getByRole('button', { name: 'Take over: Yrsa', exact: true }).click()
  await expect(handed).not.toContainText('Yrsa')
  await handed.getByRole('button', { name: 'Drop: Zoe' }).click()
  await expect(handed).toHaveCount(0)
  await expect(front.row('n0@site.example')).toContainText('In the cloud')
  expect(cloud.evidence.people('Yrsa')).toMatchObject([{ kind: 'invitation' }])
  expect(cloud.evidence.people('Zoe')).toEqual([])

  await front.signOut()
  await front.trySignIn({ url: cloud.url, ...member })
  await expect(handed).toContainText('taken over by')
  await expect(handed).toContainText('dropped by')
  await isHarmless('what became of it', markup)
  await handed.getByRole('button', { name: `Read: ${markup}` }).click()
  await handed.getByRole('button', { name: 'Read: Yrsa' }).click()
  await handed.getByRole('button', { name: 'Read: Zoe' }).click()
  await expect(handed).toHaveCount(0)
})
