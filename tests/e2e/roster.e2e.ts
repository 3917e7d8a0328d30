import { rosterDesk } from './roster-desk.ts'
import { expect, test } from './story.ts'

test.describe('a roster', () => {
  test('enrols one person with one tap, and shows the next', async ({ cloud, lay, open }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    const roster = rosterDesk(page)
    await roster.open()
    await roster.start('Aino Salo\nVirtanen, Eero\nKaisa Maria Korhonen')
    const people = [
      ['Aino Salo', '04A1A2A3A4A580'],
      ['Eero Virtanen', '04B1B2B3B4B580'],
      ['Kaisa Maria Korhonen', '04C1C2C3C4C580'],
    ] as const
    for (const [name, uid] of people) {
      await roster.isNext(name)
      const card = await lay({ uid })
      await expect(roster.done).toContainText(name)
      await card.remove()
    }
    await roster.isNext('Everybody has had a turn')
    await roster.button('Finish').click()
    await expect(roster.summary.getByRole('row').filter({ hasText: 'Enrolled' })).toHaveCount(3)
    await front.comesIn(async () => {
      for (const [name, cardId] of people) {
        const [first = ''] = name.split(' ')
        const firstName = first === 'Kaisa' ? 'Kaisa Maria' : first
        expect(cloud.evidence.people(firstName)).toMatchObject([{ cardId, kind: 'user' }])
      }
    })
  })
})
