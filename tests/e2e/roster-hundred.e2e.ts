import { startPcscd } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { countKeys, killAtTap, pressedKeys } from './pressed-keys.ts'
import { rosterDesk } from './roster-desk.ts'
import { type Desk, expect, test } from './story.ts'

const people = Array.from({ length: 100 }, (_, n) => {
  const number = String(n + 1).padStart(3, '0')
  return { name: `Person${number} Hundred`, uid: `040${number}1B2C3D80` }
})
const killApp = 37
const killService = 71

test.describe('a hundred people', () => {
  test('get a hundred cards without a key press, whatever dies', async ({ cloud, open }) => {
    test.setTimeout(180_000)
    let pcscd = await startPcscd({ fastPoll: true })
    let desk = await open()
    await desk.front.signIn(cloud.credentials)
    await expect(desk.front.reader).toContainText('Ready')
    await rosterDesk(desk.page).open()
    await countKeys(desk.page)
    await rosterDesk(desk.page).start(people.map(({ name }) => name).join('\n'))
    await cloud.stop()

    await enrol(desk, 1, killApp - 1)
    expect(await pressedKeys(desk.page)).toBe(0)
    desk = await killAtTap(desk, await layCard(killApp), open)

    const resumed = await nextNumber(desk)
    expect([killApp, killApp + 1]).toContain(resumed)
    await enrol(desk, resumed, killService - 1)
    await pcscd.stop('SIGKILL')
    pcscd = await startPcscd({ fastPoll: true })
    await enrol(desk, killService, people.length)
    await rosterDesk(desk.page).isNext('Everybody has had a turn')
    expect(await pressedKeys(desk.page)).toBe(0)
    await pcscd.stop()

    await cloud.start()
    await desk.front.signInAgain(cloud.demo.password)
    const inCloud = () => cloud.evidence.cardsOf('Hundred')
    await expect.poll(() => inCloud().length, { timeout: 30_000 }).toBe(people.length)
    expect(inCloud()).toEqual(
      people.map(({ name, uid }) => ({ firstName: name.split(' ')[0], kind: 'user', cardId: uid })),
    )
    const times = inCloud().flatMap(({ firstName }) => cloud.evidence.people(firstName))
    expect(times).toHaveLength(people.length)
  })
})

async function enrol(desk: Desk, from: number, to: number) {
  const roster = rosterDesk(desk.page)
  for (let number = from; number <= to; number += 1) {
    const { name } = personNumber(number)
    await roster.isNext(name)
    const card = await layCard(number)
    await expect(roster.done.getByText(name)).toBeVisible()
    await card.remove()
  }
}

/** The two readers take turns, as two hands do. */
function layCard(number: number) {
  return presentCard({ uid: personNumber(number).uid, slot: number % 2 === 0 ? 0 : 1 })
}

function personNumber(number: number) {
  const person = people[number - 1]
  if (person === undefined) throw new Error(`there is no person ${number}`)
  return person
}

async function nextNumber({ page }: Desk): Promise<number> {
  const name = rosterDesk(page).name
  await expect(name).toContainText('Hundred')
  return Number(/\d+/.exec(await name.innerText())?.[0])
}
