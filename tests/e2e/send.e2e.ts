import { signInDesk } from '../support/cloud-desk.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { expect, restartCloud, test } from './story.ts'
import { startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import type { Change } from '../../core/record.ts'

test.describe('what is sent', () => {
  test('with a name and a card becomes a user in the cloud at once', async ({
    pcscd,
    cloud,
    open,
  }) => {
    expect(pcscd).toBeDefined()
    const { front } = await open()
    await front.signIn(signInOf(cloud))
    await expect(front.reader).toContainText('Ready')
    await front.fill({ role: 'User', firstName: 'Aino', lastName: 'Salo' })
    const card = await presentCard({ uid: '04A3B1C2D3E480' })
    await expect(front.cardId).toHaveValue('04A3B1C2D3E480')
    await front.send.click()

    await expect(front.recent).toContainText('Aino Salo')
    await expect(front.recent).toContainText('In the cloud')
    await expect(front.cardId).toHaveValue('')
    const [person] = await named(cloud, 'Aino')
    expect(person?.state).toMatchObject({ kind: 'user', cardId: '04A3B1C2D3E480', role: 'user' })
    await card.remove()
  })

  test('with an email waits in the pending invitations', async ({ cloud, open }) => {
    const { front } = await open()
    await front.signIn(signInOf(cloud))
    await front.fill({ email: 'eino@example.com', role: 'Installer', firstName: 'Eino' })
    await front.field('First name').press('Enter')

    await expect(front.row('eino@example.com')).toContainText('In the cloud')
    const [invitation] = await named(cloud, 'Eino')
    expect(invitation?.state).toMatchObject({ kind: 'invitation', role: 'installer' })
  })

  test('is sent once, however often Send is pressed', async ({ cloud, open }) => {
    const { front } = await open()
    await front.signIn(signInOf(cloud))
    await front.fill({ role: 'User', firstName: 'Once' })
    await front.send.dblclick()
    await expect(front.recent).toContainText('In the cloud')
    expect(await named(cloud, 'Once')).toHaveLength(1)
  })

  test('while the cloud is away survives SIGKILL and arrives exactly once', async ({ open }) => {
    const dataDir = temporaryFolder('cloud')
    const cloud = await startCloudProcess({ dataDir })
    const first = await open()
    await first.front.signIn(signInOf(cloud))
    await cloud.end()

    for (const firstName of ['Maija', 'Matti']) {
      await first.front.fill({ role: 'User', firstName })
      await first.front.send.click()
      await expect(first.front.recent).toContainText(firstName)
      await expect(first.page.getByText(`Saved on this computer: ${firstName}`)).toBeVisible()
    }
    await first.kill()

    const second = await open()
    await expect(second.front.sync).toContainText('2')
    await expect(second.front.recent).toContainText('Matti')

    const again = await restartCloud(cloud, dataDir)
    await second.page
      .getByRole('button', { name: /Sync now/ })
      .or(second.front.sync)
      .first()
      .click()
    await expect(second.front.recent).toContainText('In the cloud', { timeout: 20_000 })
    for (const name of ['Maija', 'Matti']) {
      await expect.poll(async () => (await named(again, name)).length).toBe(1)
    }
    await again.end()
  })
})

function signInOf(cloud: { url: string; demo?: { email: string; password: string } | undefined }) {
  if (cloud.demo === undefined) throw new Error('this cloud has no demo person')
  return { url: cloud.url, ...cloud.demo }
}

/** The living records of a first name, as another desk of the account sees them. */
async function named(
  cloud: { url: string; demo?: { email: string; password: string } | undefined },
  firstName: string,
): Promise<Change[]> {
  const { url, ...who } = signInOf(cloud)
  const desk = await signInDesk(url, who)
  const { changes } = await desk.changes()
  return changes.filter((each) => !each.deleted && each.state?.firstName === firstName)
}
