import path from 'node:path'
import { expect } from 'playwright/test'
import { cloudEvidence } from '../support/cloud-evidence.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { watchWords } from './watch-words.ts'
import type { Narrator } from './narrator.ts'
import type { Stage } from './stage.ts'

/** A new user: start, the built-in cloud, a tap, a name and a role, Send. */
export async function tryIt({ chapter, does, sees }: Narrator, stage: Stage): Promise<void> {
  const profile = temporaryFolder('demo')

  chapter('A new user tries it')
  const { front, page, picture, quit } = await does('The program starts on a new profile', () =>
    stage.open(profile),
  )
  await sees('It asks for a sign-in and offers a built-in cloud', async () => {
    await expect(front.button('Try it with the built-in cloud')).toBeVisible()
    await picture('sign-in')
  })
  await does('"Try it with the built-in cloud" is pressed', front.tryDemo)
  await sees('"Demo – nothing leaves this computer", and somebody is signed in', () =>
    expect(page.getByRole('button', { name: 'Account of Demo Person' })).toBeVisible(),
  )

  chapter('A card is tapped, a person is sent')
  await sees('The reader is ready', () => expect(front.reader).toContainText('Ready'))
  await does('A card is laid on the virtual reader', () => stage.lay('04C43BC21C2680'))
  await sees('Card ID is 04C43BC21C2680', () => expect(front.cardId).toHaveValue('04C43BC21C2680'))
  await does('A name and a role are given', () =>
    front.fill({ role: 'User', firstName: 'Mika', lastName: 'Lehto' }),
  )
  await picture('desk')
  await picture('dark', 'dark')
  const words = await watchWords(page)
  await does('Send is pressed', () => front.send.click())
  await sees(
    '"Saved on this computer: Mika Lehto", and a moment later "In the cloud"',
    async () => {
      await expect.poll(words).toContain('In the cloud: Mika Lehto')
      expect(await words()).toEqual([
        'Saved on this computer: Mika Lehto',
        'In the cloud: Mika Lehto',
      ])
    },
  )
  await sees('The cloud has one user with that card', () =>
    expect(cloudEvidence(path.join(profile, 'demo-cloud')).people('Mika')).toMatchObject([
      { kind: 'user', role: 'user', cardId: '04C43BC21C2680' },
    ]),
  )
  await stage.takeCards()
  await does('The program is closed', quit)
}
