import { createOtherDesk } from './other-desk.ts'
import { deskOutcomes } from '../support/desk-evidence.ts'
import { expect, test } from './story.ts'

test.describe('what the cloud refuses', () => {
  const card = '04AABBCCDDEE80'

  test('waits for a person with its reason, and arrives once it is corrected', async ({
    cloud,
    open,
  }) => {
    const { front } = await open()
    await front.signIn(cloud.credentials)
    await front.workOffline(true)
    await front.fill({ role: 'User', firstName: 'Second', cardId: card })
    await front.send.click()
    await expect(front.recentRow('Second')).toContainText('Saved on this computer')

    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Holder', lastName: 'Kim', cardId: card })
    await front.workOffline(false)
    await expect(front.attention).toContainText('This card is held by Holder Kim.')
    await expect(front.sync).toContainText('1 needs attention')
    expect(cloud.evidence.people('Second')).toEqual([])

    await front.button('Other card for Second').click()
    await expect(front.cardId).toHaveValue(card)
    await front.cardId.fill('04AABBCCDDEE81')
    await front.send.click()
    await expect(front.attention).toBeHidden()
    await expect(front.recentRow('Second')).toContainText('In the cloud')
    expect(cloud.evidence.people('Second')).toMatchObject([{ cardId: '04AABBCCDDEE81' }])
    expect(cloud.evidence.people('Holder')).toMatchObject([{ cardId: card }])
  })

  test('is gone once it is discarded, and the desk remembers that', async ({
    cloud,
    open,
    profile,
  }) => {
    const { front, page, quit } = await open()
    await front.signIn(cloud.credentials)
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Holder', cardId: card })
    await front.fill({ role: 'User', firstName: 'Third', cardId: card })
    await front.send.click()
    await expect(front.attention).toContainText('This card is held by Holder.')

    await front.button('Discard Third').click()
    const question = page.getByRole('group', { name: 'Give up Third? It will not be sent.' })
    await question.getByRole('button', { name: 'Keep' }).click()
    await expect(front.attention).toContainText('Third')
    await front.button('Discard Third').click()
    await question.getByRole('button', { name: 'Give up' }).click()
    await expect(front.attention).toBeHidden()
    await expect(front.recentRow('Third')).toHaveCount(0)
    await expect(front.sync).toContainText('Up to date')

    await quit()
    expect(deskOutcomes(profile)).toContainEqual(expect.objectContaining({ outcome: 'discarded' }))
    expect(cloud.evidence.people('Third')).toEqual([])
  })
})
