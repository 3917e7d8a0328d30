import { expectOnce } from './exactly-once.ts'
import { expect, test } from './story.ts'

test.describe('what is sent', () => {
  test('with a name and a card is a user in the cloud at once', async ({ lay, cloud, open }) => {
    const { front } = await open()
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    await front.fill({ role: 'User', firstName: 'Lumi', lastName: 'Salo' })
    await lay({ uid: '04A3B1C2D3E480' })
    await expect(front.cardId).toHaveValue('04A3B1C2D3E480')
    await front.send.click()

    await expect(front.recentRow('Lumi Salo')).toContainText('In the cloud')
    await expect(front.cardId).toHaveValue('')
    expect(cloud.evidence.people('Lumi')).toMatchObject([
      { kind: 'user', cardId: '04A3B1C2D3E480', role: 'user', email: null },
    ])
    expectOnce(cloud.evidence, 'Lumi')
    await expect(front.row('Lumi')).toHaveCount(0)
  })

  test('with an email waits in the pending invitations', async ({ cloud, open }) => {
    const { front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ email: 'eino@example.com', role: 'Installer', firstName: 'Eino' })
    await front.field('First name').press('Enter')

    await expect(front.row('eino@example.com')).toContainText(/In the cloud|Sent/)
    expect(cloud.evidence.people('Eino')).toMatchObject([
      { kind: 'invitation', role: 'installer', email: 'eino@example.com' },
    ])
    expectOnce(cloud.evidence, 'Eino')
  })

  test('is sent once, however often Send is pressed', async ({ cloud, open }) => {
    const { front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Once' })
    await front.send.dblclick()
    await expect(front.recentRow('Once')).toContainText('In the cloud')
    await expect(front.sync).toContainText('Up to date')
    expectOnce(cloud.evidence, 'Once')
  })
})
