import { pdfText } from '../support/pdf-text.ts'
import { createLooks } from './looks.ts'
import { printed } from './printed.ts'
import { rosterDesk } from './roster-desk.ts'
import { expect, test } from './story.ts'

const uid = '04D1D2D3D4D580'

test.describe('a roster', () => {
  test('enrols one person with one tap, and shows the next', async ({ cloud, lay, open }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    const roster = rosterDesk(page)
    await roster.open()
    await roster.start('Aino Roster\nRoster, Eero\nKaisa Maria Roster')
    const people = [
      ['Aino', '04A1A2A3A4A580'],
      ['Eero', '04B1B2B3B4B580'],
      ['Kaisa Maria', '04C1C2C3C4C580'],
    ] as const
    for (const [firstName, cardId] of people) {
      await roster.isNext(`${firstName} Roster`)
      const card = await lay({ uid: cardId })
      await expect(roster.done).toContainText(firstName)
      await card.remove()
    }
    await roster.isNext('Everybody has had a turn')
    await roster.button('Finish').click()
    await expect(roster.summary.getByRole('row').filter({ hasText: 'Enrolled' })).toHaveCount(3)
    await expect
      .poll(() => cloud.evidence.cardsOf('Roster'), { timeout: 20_000 })
      .toEqual(people.map(([firstName, cardId]) => ({ firstName, cardId, kind: 'user' })))
  })

  test('names whose card it is, refuses random ones, and ends in a summary', async ({
    cloud,
    lay,
    open,
  }) => {
    const { app, page, front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Harri', cardId: uid })
    await front.send.click()
    await expect(page.getByText('In the cloud: Harri')).toBeVisible()
    const roster = rosterDesk(page)
    await roster.open()
    await roster.start('Anna Roster\nBo Roster\nCarla Roster\nDora Roster\nElli Roster')

    await roster.isNext('Anna Roster')
    const random = await lay({ uid: '08112233' })
    await expect(roster.next).toContainText('This card shows another number with every tap')
    await random.remove()
    await page.keyboard.press('ArrowRight')
    await roster.isNext('Bo Roster')
    const held = await lay({ uid })
    await expect(roster.next).toContainText('This card belongs to Harri')
    await roster.button('Move it here').click()
    await expect(roster.done).toContainText('Bo Roster')
    await held.remove()
    await page.keyboard.press('Control+Z')
    await roster.isNext('Bo Roster')
    await page.keyboard.press('Delete')
    await roster.isNext('Carla Roster')
    await page.keyboard.press('ArrowLeft')
    await roster.isNext('Bo Roster')
    const own = await lay({ uid: '04E1E2E3E4E580' })
    await expect(roster.done).toContainText('Bo Roster')
    await own.remove()
    await roster.button('Absent').click()
    await roster.isNext('Dora Roster')
    await roster.button('Skip').click()
    await roster.isNext('Elli Roster')

    await roster.button('Finish').click()
    const row = (name: string) => roster.summary.getByRole('row').filter({ hasText: name })
    await expect(row('Anna Roster')).toContainText('Refused: Random card number')
    await expect(row('Bo Roster')).toContainText('04E1E2E3E4E580')
    await expect(row('Carla Roster')).toContainText('Absent')
    await expect(row('Dora Roster')).toContainText('Skipped')
    await expect(row('Elli Roster')).toContainText('Waiting')

    const paper = pdfText(await printed(app)).replaceAll('\n', ' ')
    // Nothing is cut off.
    expect(paper).not.toContain('…')
    for (const words of [
      'Anna Roster',
      'Refused: Random card number',
      'Enrolled',
      '04E1E2E3E4E580',
      'Absent',
      'Skipped',
      'Elli Roster',
      'Waiting',
    ]) {
      expect(paper).toContain(words)
    }
    expect(paper).not.toContain('User invitations')
    expect(paper).not.toContain('Go on with this list')
  })

  test('prints everybody of a long list', async ({ cloud, open }) => {
    const { app, page, front } = await open()
    await front.signIn(cloud.credentials)
    const roster = rosterDesk(page)
    await roster.open()
    const names = Array.from({ length: 120 }, (_, n) => `Person${n + 1001} Long`)
    await roster.start(names.join('\n'))
    await roster.button('Finish').click()
    await expect(roster.summary.getByRole('row')).toHaveCount(names.length + 1)
    const paper = pdfText(await printed(app)).replaceAll('\n', ' ')
    expect(names.filter((name) => !paper.includes(name))).toEqual([])
  })

  test('takes a moved card off again when Undo comes after it was sent', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Harri', lastName: 'Moved', cardId: uid })
    await front.send.click()
    await expect(page.getByText('In the cloud: Harri')).toBeVisible()
    const roster = rosterDesk(page)
    await roster.open()
    await roster.start('Bo Moved\nCarla Moved')
    const held = await lay({ uid })
    await expect(roster.next).toContainText('This card belongs to Harri')
    await roster.button('Move it here').click()
    await expect(roster.done).toContainText('Bo Moved')
    await held.remove()
    const inCloud = () =>
      cloud.evidence.cardsOf('Moved').map(({ firstName, cardId }) => [firstName, cardId])
    // It is kept back while Undo may still take it away as if it had never been.
    await expect.poll(inCloud, { timeout: 30_000 }).toEqual([
      ['Bo', uid],
      ['Harri', null],
    ])

    await roster.button('Undo').click()
    await roster.isNext('Bo Moved')
    await expect.poll(inCloud, { timeout: 30_000 }).toEqual([
      ['Bo', null],
      ['Harri', null],
    ])
    const own = await lay({ uid: '04E1E2E3E4E580' })
    await expect(roster.done).toContainText('Bo Moved')
    await own.remove()
    await expect.poll(inCloud, { timeout: 30_000 }).toEqual([
      ['Bo', '04E1E2E3E4E580'],
      ['Harri', null],
    ])
    const [bo, ...others] = cloud.evidence.people('Bo')
    expect(others).toEqual([])
    const outcomes = cloud.evidence.operations(bo?.id ?? '').map(({ outcome }) => outcome)
    expect(outcomes).toEqual(outcomes.map(() => 'applied'))
  })

  test('is clear to look at, in the light and in the dark', async ({ cloud, lay, open }) => {
    const desk = await open()
    const { page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    const roster = rosterDesk(page)
    await roster.open()
    await roster.names.fill(
      'First name;Last name;Email;Badge\nAino;Salo;aino@example.com;1\nEero;Virtanen;eero@;2\nMaximilian-Alexander;Featherstonehaugh;;3\nBo;Ek;;4\nÅsa;Öberg;;5',
    )
    await expect(roster.preview).toContainText('Not an email address')
    await look('roster-preview')
    await roster.button('Start with 4 people').click()
    await roster.isNext('Aino Salo')
    const card = await lay({ uid: '04A1A2A3A4A580' })
    await roster.isNext('Maximilian-Alexander Featherstonehaugh')
    await card.remove()
    await look('roster-long-name')
    const again = await lay({ uid: '08112233' })
    await expect(roster.next).toContainText('Use another card')
    await look('roster-refused')
    await again.remove()
    await resize(1920, 1080)
    await roster.button('Skip').click()
    await roster.isNext('Bo Ek')
    await look('roster-wide')
    await resize(1024, 700)
    await look('roster-small')
    await roster.button('Finish').click()
    await expect(roster.summary).toBeVisible()
    await resize(1280, 800)
    await look('roster-summary')
  })
})
