/**
 * Another program that takes the card on the reader named in its argument exclusively: says
 * `taken` when it has it, and lets go at the first message it gets. A process of its own, because
 * listing readers stops its thread until the driver has heard from every card.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Context, SCARD_LEAVE_CARD, SCARD_SHARE_EXCLUSIVE } from 'smartcard'

const context = new Context()
const card = await take()
process.send?.('taken')
process.once('message', () => {
  card.disconnect(SCARD_LEAVE_CARD)
  process.disconnect()
  context.close()
})

async function take() {
  for (;;) {
    const reader = context.listReaders().find(({ name }) => name === process.argv[2])
    const taken = await reader?.connect(SCARD_SHARE_EXCLUSIVE).catch(() => null)
    if (taken) return taken
    await pause(10)
  }
}
