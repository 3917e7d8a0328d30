import { expectOnce } from './exactly-once.ts'
import { expect, test } from './story.ts'

test('while the cloud is away, what was saved survives SIGKILL and arrives exactly once', async ({
  cloud,
  lay,
  open,
}) => {
  const names = ['Maija', 'Matti', 'Minea']
  const first = await open()
  await first.front.signIn(cloud.credentials)
  await cloud.stop()

  for (const [index, firstName] of names.entries()) {
    const uid = `04A3B1C2D3E48${index}`
    const card = await lay({ uid })
    await expect(first.front.cardId).toHaveValue(uid)
    await first.front.fill({ role: 'User', firstName })
    await first.front.send.click()
    await expect(first.page.getByText(`Saved on this computer: ${firstName}`)).toBeVisible()
    await card.remove()
  }
  await first.kill()

  const { front } = await open()
  for (const name of names) {
    await expect(front.recentRow(name)).toContainText('Saved on this computer')
  }
  await expect(front.sync).toContainText('3 saved here')
  expect(names.flatMap((name) => cloud.evidence.people(name))).toEqual([])

  // The cloud comes back, keeps what it is given and dies before it can say so.
  const dying = await cloud.startDying()
  await front.signInAgain(cloud.demo.password)
  await dying.ended
  await expect(front.sync).toContainText('3 saved here')

  await cloud.start()
  await front.syncNow()
  for (const name of names) {
    await expect(front.recentRow(name)).toContainText('In the cloud', { timeout: 20_000 })
  }
  await expect(front.sync).toContainText('Up to date')
  for (const name of names) expectOnce(cloud.evidence, name)
})

test('the built-in cloud keeps its people across restarts of the program', async ({ open }) => {
  const first = await open()
  await first.front.tryDemo()
  await first.front.fill({ role: 'User', firstName: 'Demo', lastName: 'Guest' })
  await first.front.send.click()
  await expect(first.front.recentRow('Demo Guest')).toContainText('In the cloud')
  await first.kill()

  const second = await open()
  await expect(second.page.getByText('Demo – nothing leaves this computer')).toBeVisible()
  await expect(second.front.sync).toContainText('Up to date')
  await expect(second.front.recentRow('Demo Guest')).toContainText('In the cloud')
})
