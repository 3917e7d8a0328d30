import { type Desk, expect, test } from './story.ts'

const email = 'aino@example.test'

test('a table that could not be read says so, and "Try again" reads it', async ({
  cloud,
  open,
}) => {
  test.setTimeout(120_000)
  const desk = await open()
  const { page, front } = desk
  await front.signIn(cloud.credentials)
  await front.fill({ email, role: 'User' })
  await front.send.click()
  await expect(front.row(email)).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Search', exact: true })
  const again = page.getByRole('button', { name: 'Try again' })

  await killData(desk)
  await search.fill('nobody like that')
  const isTold = async () => {
    await killData(desk)
    return again.isVisible()
  }
  await expect.poll(isTold, { intervals: [40], timeout: 60_000 }).toBe(true)
  // What was read before stays.
  await expect(front.row(email)).toBeVisible()
  const isRead = async () => {
    if (await again.isVisible()) await again.click()
    await expect(front.row(email)).toBeHidden({ timeout: 12_000 })
  }
  await expect(isRead).toPass({ timeout: 60_000 })
  await expect(again).toBeHidden()
  await search.fill('aino')
  await expect(front.row(email)).toBeVisible()
})

/** Whenever it is there: what is asked meanwhile is answered by nobody. */
async function killData({ app }: Desk) {
  const pid = await app.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find(({ name }) => name === 'Tapdesk data')?.pid ?? null,
  )
  if (pid === null) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
