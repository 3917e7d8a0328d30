import { createLooks } from './looks.ts'
import { scanDesk } from './scan-desk.ts'
import { expect, test } from './story.ts'

/** A MIFARE Classic 1K, whose numbers have four bytes. */
const classic = '3B8F8001804F0CA000000306030001000000006A'

test.describe('a quick scan', () => {
  test('labels cards one after the other, and says of each what it is', async ({
    cloud,
    lay,
    open,
    profile,
  }) => {
    const desk = await open()
    const { app, page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    await expect(front.reader).toContainText('Ready')
    await front.fill({ role: 'User', firstName: 'Aino', cardId: '04A1A2A3A4A580' })
    await front.send.click()
    await expect(front.recentRow('Aino')).toBeVisible()
    const scan = scanDesk(page)
    await scan.open()
    await look('scan-new')
    await scan.start('=A-', '0099')
    const cards = [
      ['1C78F2BF', '=A-0099'],
      ['04B1B2B3B4B580', '=A-0100'],
      ['1C78F2BF', '=A-0099'],
      ['04A1A2A3A4A580', 'Aino'],
      ['08112233', 'No label'],
      ['04C1C2C3C4C580', '=A-0101'],
    ] as const
    for (const [uid, shown] of cards) {
      const card = await lay({ uid, ...(uid.length === 8 ? { atr: classic } : {}) })
      await scan.shows(shown)
      if (uid === '08112233') await look('scan-refused')
      await card.remove()
    }
    await expect(scan.recent.getByRole('listitem')).toHaveCount(3)
    await look('scan')
    await resize(1920, 1080)
    await look('scan-wide')
    await resize(1280, 800)
    await scan.button('Undo last').click()
    await expect(scan.label).toContainText('Next: =A-0101')

    const csv = await scan.saveCsv(app, profile)
    const [head, first, second, ...rest] = csv.split('\r\n')
    expect(head).toContain('"Label","Card ID"')
    expect(first).toContain('"\t=A-0099","1C78F2BF","1C78F2BF","\t477688511","\t3220338716"')
    expect(second).toContain('"\t=A-0100","04B1B2B3B4B580"')
    expect(rest).toEqual([''])
    await scan.button('Finish scan').click()
    await expect(page.getByRole('heading', { name: '2 cards' })).toBeVisible()
    await look('scan-done')
  })
})
