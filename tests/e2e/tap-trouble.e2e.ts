import { type PresentOptions, hang, inTurn, presentCard } from '../support/virtual-card.mjs'
import { startPcscd } from '../support/pcscd.ts'
import { type Desk, expect, test } from './story.ts'

test.describe('a card that cannot be read', () => {
  const unreadable: readonly (readonly [string, PresentOptions, string])[] = [
    ['has no number for this reader', { answer: () => '6A81' }, 'it shows no number'],
    ['answers success without a number', { answer: () => '9000' }, 'makes no sense'],
    ['answers with half a number', { answer: () => '04C43B9000' }, 'makes no sense'],
    ['is mute', { mute: () => true }, 'it does not answer'],
  ]
  test('is told in words and leaves Card ID empty; the next one is read', async ({ lay, open }) => {
    const { front } = await atReadyReader(open)
    for (const [what, card, words] of unreadable) {
      await test.step(what, async () => {
        const laid = await lay(card)
        await expect(front.reader).toContainText(`Cannot read this card: `)
        await expect(front.reader).toContainText(words)
        await expect(front.cardId).toHaveValue('')
        await laid.remove()
        await expect(front.reader).toContainText('Ready')
      })
    }
    await lay({ uid: '04C43BC21C2680' })
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
  })

  test('because it was torn away leaves no trace of a number', async ({ lay, open }) => {
    const { front } = await atReadyReader(open)
    const torn = await lay({ answer: hang })
    await expect(front.reader).toContainText('Reading card')
    await torn.remove()
    await expect(front.reader).toContainText('Ready')
    await expect(front.cardId).toHaveValue('')
    await lay({ uid: '1C78F2BF', answer: inTurn('6300', '1C78F2BF9000') })
    await expect(front.cardId).toHaveValue('1C78F2BF')
  })

  test('because it hangs keeps neither the other reader nor quitting', async ({ lay, open }) => {
    const { front, quit } = await atReadyReader(open)
    const hung = await lay({ answer: hang })
    await hung.asked
    await lay({ uid: '04C43BC21C2680', slot: 1 })
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
    await expect(front.reader).toContainText('Cannot read this card: it stopped answering')
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
    expect(await quit()).toBeLessThan(1_000)
  })
})

test('two cards at once are two numbers: one in Card ID, the other offered', async ({
  lay,
  open,
}) => {
  const { front, page } = await atReadyReader(open)
  const uids = ['04C43BC21C2680', '0475AC4A966081']
  await front.cardId.fill('11223344')
  await Promise.all(uids.map((uid, slot) => lay({ uid, slot: slot === 0 ? 0 : 1 })))
  const offer = page.getByRole('group', { name: /^Replace Card ID by the card just tapped/ })
  await expect(offer).toContainText(new RegExp(uids.join('|')))
  await expect(front.cardId).toHaveValue('11223344')
  await offer.getByRole('button', { name: 'Replace' }).click()
  await expect(front.cardId).toHaveValue(new RegExp(`^(${uids.join('|')})$`))
})

test('a service that dies with a card in its reader comes back, and so do taps', async ({
  open,
}) => {
  const first = await startPcscd()
  const { front, page } = await atReadyReader(open)
  await presentCard({ uid: '04C43BC21C2680' })
  await expect(front.cardId).toHaveValue('04C43BC21C2680')
  await first.stop('SIGKILL')
  await expect(front.reader).toContainText('No smart-card service')
  await expect(front.cardId).toHaveValue('04C43BC21C2680')

  const second = await startPcscd()
  await expect(front.reader).toContainText('Ready')
  const card = await presentCard({ uid: '0475AC4A966081' })
  await page.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(front.cardId).toHaveValue('0475AC4A966081')
  await card.remove()
  await second.stop()
})

async function atReadyReader(open: () => Promise<Desk>): Promise<Desk> {
  const desk = await open()
  await desk.front.tryDemo()
  await expect(desk.front.reader).toContainText('Ready')
  return desk
}
