import { expect } from 'playwright/test'
import { expectOnce } from '../e2e/exactly-once.ts'
import type { OwnCloud } from '../support/own-cloud.ts'
import { temporaryFolder } from '../support/cloud.ts'
import type { Narrator } from './narrator.ts'
import type { DemoDesk, Stage } from './stage.ts'

const people = [
  { firstName: 'Sanna', lastName: 'Koski', uid: '0475AC4A966081' },
  { firstName: 'Tuomas', lastName: 'Aalto', uid: '04A3B1C2D3E480' },
] as const

/** A cloud of one's own goes away; the program is killed; everything arrives exactly once. */
export async function cloudAway(
  { chapter, does, sees }: Narrator,
  stage: Stage,
  cloud: OwnCloud,
): Promise<DemoDesk> {
  const profile = temporaryFolder('demo')

  chapter('A cloud of our own goes away')
  const before = await does('The program starts on another profile', () => stage.open(profile))
  await does(`${cloud.demo.email} signs in at ${cloud.url}`, () =>
    before.front.signIn(cloud.credentials),
  )
  await does('The cloud is stopped', cloud.stop)
  for (const { firstName, lastName, uid } of people) {
    await does(`A card is tapped, ${firstName} ${lastName} is sent`, async () => {
      await stage.lay(uid)
      await expect(before.front.cardId).toHaveValue(uid)
      await before.front.fill({ role: 'User', firstName, lastName })
      await before.front.send.click()
    })
    await sees(`"Saved on this computer: ${firstName} ${lastName}"`, () =>
      expect(before.page.getByText(`Saved on this computer: ${firstName}`)).toBeVisible(),
    )
  }
  await stage.takeCards()
  await sees('The channel says that 2 wait and that the cloud is not reachable', async () => {
    await expect(before.front.sync).toContainText('Offline since')
    await expect(before.front.sync).toContainText('2 saved here')
    await before.picture('offline')
  })

  chapter('The program is killed; the cloud comes back')
  await does('SIGKILL to every process of the program', before.kill)
  const after = await does('The program starts again', () => stage.open(profile))
  await sees('Both are still saved on this computer', async () => {
    for (const { lastName } of people) {
      await expect(after.front.recentRow(lastName)).toContainText('Saved on this computer')
    }
  })
  await sees('The cloud has neither of them', () => {
    expect(people.flatMap(({ firstName }) => cloud.evidence.people(firstName))).toEqual([])
  })
  await does('The cloud is started', cloud.start)
  await does('There is no keyring here, so the password is given again', () =>
    after.front.signInAgain(cloud.demo.password),
  )
  await sees('Both are in the cloud', async () => {
    for (const { lastName } of people) {
      await expect(after.front.recentRow(lastName)).toContainText('In the cloud')
    }
  })
  await sees("Exactly once: one record, one operation each, in the cloud's own file", () => {
    for (const { firstName, uid } of people) {
      expectOnce(cloud.evidence, firstName)
      expect(cloud.evidence.people(firstName)).toMatchObject([{ cardId: uid }])
    }
  })
  return after
}
