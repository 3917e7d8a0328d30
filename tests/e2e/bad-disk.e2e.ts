import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deskFile, makeNewer, sha256Of } from '../support/desk-evidence.ts'
import type { OwnCloud } from '../support/own-cloud.ts'
import { createPictures } from '../support/pictures.ts'
import { expectOnce } from './exactly-once.ts'
import { asSeenBy, readOnly, small } from './mounted.ts'
import { type Desk, expect, test } from './story.ts'

const profileFile = (profile: string) => path.join(profile, 'profile.db')
const junk = (file: string) => writeFileSync(file, 'This is not a database.')
const tear = (file: string) => truncateSync(file, 5000)

/** Each spoils a file of a profile that was in use; the program must say so and leave it as it is. */
const spoilt = [
  ['a newer desk', deskFile, makeNewer, 'written by a newer version'],
  ['newer notes', profileFile, makeNewer, 'written by a newer version'],
  ['a torn desk', deskFile, tear, 'is damaged'],
  ['a desk of junk', deskFile, junk, 'is damaged'],
] as const

for (const [what, fileIn, spoil, words] of spoilt) {
  test(`${what} is refused in words and left as it is`, async ({ cloud, open, profile }) => {
    await workADay(open, cloud)
    const file = fileIn(profile)
    spoil(file)
    const before = sha256Of(file)
    const { page, quit, front } = await open()
    await expect(front.alert).toContainText(words)
    await expectThreeAnswers(page, file)
    await quit()
    expect(sha256Of(file)).toBe(before)
  })
}

test('a read-only folder is refused in words; writable again it has everything', async ({
  cloud,
  open,
  profile,
}) => {
  await workADay(open, cloud)
  const before = sha256Of(deskFile(profile))
  const refused = await open({ mounting: readOnly(profile) })
  await expect(refused.front.alert).toContainText('may not write to its folder')
  await expectThreeAnswers(refused.page, profileFile(profile))
  const pictures = await createPictures(refused.page)
  expect(await pictures.take('blocked')).toEqual([])
  await refused.quit()
  expect(sha256Of(deskFile(profile))).toBe(before)

  const { front } = await open()
  await expect(front.recentRow('Early')).toBeVisible()
})

test('a full disk is told at Send; the form keeps what was typed until there is room', async ({
  cloud,
  open,
  profile,
}) => {
  const { front, pid } = await open({ mounting: small(profile, '48m') })
  await front.signIn(cloud.credentials)
  const filler = asSeenBy(pid, path.join(profile, 'filler'))
  fillUp(filler)
  await front.fill({ role: 'User', firstName: 'Patient' })
  await expect(async () => {
    await front.send.click()
    await expect(front.alert).toContainText('The disk of this computer is full')
  }).toPass()
  await expect(front.alert).toContainText('free some space and try again')
  await expect(front.field('First name')).toHaveValue('Patient')
  expect(cloud.evidence.people('Patient')).toEqual([])

  rmSync(filler)
  await front.send.click()
  await expect(front.recentRow('Patient')).toContainText('In the cloud')
  expectOnce(cloud.evidence, 'Patient')
})

async function workADay(open: () => Promise<Desk>, cloud: OwnCloud) {
  const { front, quit } = await open()
  await front.signIn(cloud.credentials)
  await front.fill({ role: 'User', firstName: 'Early' })
  await front.send.click()
  await expect(front.recentRow('Early')).toContainText('In the cloud')
  await quit()
}

/** What is safe, what to do, and where. */
async function expectThreeAnswers(page: Desk['page'], file: string) {
  for (const question of ['What is safe', 'What to do', 'Place']) {
    await expect(page.getByText(question, { exact: true })).toBeVisible()
  }
  await expect(page.getByText(file, { exact: true })).toBeVisible()
}

/** Writes until nothing more fits, in ever smaller pieces. */
function fillUp(file: string) {
  for (let size = 1024 * 1024; size >= 512; size /= 2) {
    for (;;) {
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
      } catch {
        break
      }
    }
  }
}
