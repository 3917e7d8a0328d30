import { createPictures } from '../support/pictures.ts'
import { createOtherDesk } from './other-desk.ts'
import { expect, test } from './story.ts'

test('the chip tells what is saved here, and opens the queue with every reason', async ({
  cloud,
  open,
}) => {
  const { front, page } = await open()
  const pictures = await createPictures(page)
  await front.signIn(cloud.credentials)
  await front.workOffline(true)
  for (const firstName of ['Maija', 'Matti']) {
    await front.fill({ role: 'User', firstName })
    await front.send.click()
    await expect(front.recentRow(firstName)).toContainText('Saved on this computer')
  }
  await expect(front.sync).toContainText('Working offline – 2 saved here')

  await front.sync.getByRole('button').first().click()
  await front.button('Show what waits').click()
  const queue = page.getByRole('table', { name: 'Not in the cloud yet' })
  const line = (name: string) => queue.getByRole('row').filter({ hasText: name })
  await expect(line('Maija')).toContainText('New person')
  await expect(line('Matti')).toContainText('Goes with the next sending')
  expect(await pictures.take('queue')).toEqual([])
  await page.keyboard.press('Escape')

  // Another desk gives away a card that waits here: the queue names the one that needs a decision.
  const card = '04AABBCCDDEE80'
  await front.fill({ role: 'User', firstName: 'Second', cardId: card })
  await front.send.click()
  await expect(front.recentRow('Second')).toContainText('Saved on this computer')
  const other = await createOtherDesk(cloud)
  await other.create({ firstName: 'Holder', cardId: card })
  await front.workOffline(false)
  await expect(front.sync).toContainText('1 needs attention')
  await front.sync.getByRole('button').first().click()
  await front.button('Show what waits').click()
  await expect(line('Second')).toContainText('Needs attention: your decision')
  await expect(line('Maija')).toHaveCount(0)
})
