/** Lays a card on the virtual PC/SC reader, waits, takes it away, and says in one line what came of it. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { presentCard } from '../tests/support/virtual-card.mjs'
import { readTapArguments } from './tap/tap-arguments.mjs'

/** The driver looks for a card every 400 ms, and powers up the one that it finds. */
const NOTICED_MS = 5000

const asked = readTapArguments(process.argv.slice(2))
if ('problem' in asked) fail(asked.problem)
else await tap(asked)

async function tap({ uid, atr, hold, slot }) {
  const powered = signal()
  const card = await presentCard({ uid, atr, slot, onPowerOn: powered.give }).catch(() => null)
  if (!card) {
    return fail(
      `No virtual card reader answers for slot ${slot}: ` +
        'install vsmartcard-vpcd and start the smart-card service (pcscd)',
    )
  }
  const noticed = await Promise.race([
    powered.given,
    card.left.then(() => false),
    after(NOTICED_MS),
  ])
  if (noticed) await Promise.race([pause(hold), card.left])
  const read = await Promise.race([card.answered.then(() => true), pause(0, false)])
  await card.remove()
  if (!noticed)
    return fail(`The reader did not take the card on slot ${slot}: is one there already?`)
  const outcome = read ? 'a program read it' : 'no program asked for its UID'
  console.log(`Tapped ${uid} on slot ${slot} for ${hold} ms: ${outcome}`)
}

function fail(sentence) {
  console.error(sentence)
  process.exitCode = 1
}

function after(ms) {
  return pause(ms, false, { ref: false })
}

function signal() {
  const target = new EventTarget()
  return {
    give: () => target.dispatchEvent(new Event('given')),
    given: once(target, 'given').then(() => true),
  }
}
