import { expect } from 'playwright/test'
import type { OwnCloud } from '../support/own-cloud.ts'
import type { Narrator } from './narrator.ts'
import type { DemoDesk, Stage } from './stage.ts'

/** What the cloud refuses waits for a person, with its reason. */
export async function cardTaken(
  { chapter, does, sees }: Narrator,
  stage: Stage,
  { front, page, picture, quit }: DemoDesk,
  cloud: OwnCloud,
): Promise<void> {
  chapter('A card that somebody has already')
  await does('The card of Sanna Koski is tapped for Veera Niemi', async () => {
    await stage.lay('0475AC4A966081')
    await expect(front.cardId).toHaveValue('0475AC4A966081')
    await front.fill({ role: 'User', firstName: 'Veera', lastName: 'Niemi' })
    await front.send.click()
  })
  await sees('"Needs attention": this card is held by Sanna Koski', async () => {
    await expect(front.attention).toContainText('This card is held by Sanna Koski.')
    await picture('attention')
  })
  await does('Other card, and another card is tapped', async () => {
    await front.button('Other card for Veera Niemi').click()
    await stage.lay('048E5D32AB6C80')
    await page.getByRole('button', { name: 'Replace' }).click()
    await expect(front.cardId).toHaveValue('048E5D32AB6C80')
    await front.send.click()
  })
  await sees('Veera Niemi is in the cloud with the other card', async () => {
    await expect(front.recentRow('Veera Niemi')).toContainText('In the cloud')
    await expect(front.attention).toBeHidden()
    expect(cloud.evidence.people('Veera')).toMatchObject([{ cardId: '048E5D32AB6C80' }])
  })
  await does('The program is closed', quit)
}
