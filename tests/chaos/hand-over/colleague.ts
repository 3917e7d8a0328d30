import { operation } from '../../../core/operation.ts'
import { nobody } from '../../../core/person.ts'
import type { DeskIdentity } from '../../../core/session.ts'
import type { Database } from '../../../electron/store/database.ts'
import type { DeskStore } from '../../../electron/store/desk-store.ts'
import { createDeskStore } from '../../../electron/store/open-desk-store.ts'
import { createMortalDatabase } from '../../support/mortal-database.ts'
import type { Randomness } from '../../support/randomness.ts'
import { createSimulatedCloud } from '../../support/simulated-cloud.ts'
import type { Ledger } from './ledger.ts'

/** Somebody with a desk of their own on the shared computer. */
export type Colleague = {
  readonly identity: DeskIdentity
  /** The program starts anew on the same file. */
  boot(): void
  desk(): {
    readonly identity: DeskIdentity
    readonly handedOn: DeskStore['handOver']
    readonly nudge: () => void
  }
  wish(): void
  /** The cloud carries out or refuses what waits, by dice. */
  send(): void
  /** Op ids that the cloud refused. */
  parked(): readonly string[]
  /** Wishes in the queue, as texts. */
  holds(): readonly string[]
}

const at = '2026-11-26T08:00:00.000Z'
const cloudId = '00000000-0000-4000-8000-000000000001'
const account = { id: '00000000-0000-4000-8000-000000000002', name: 'Site' }

export function createColleague(deps: {
  readonly name: string
  readonly file: Database
  readonly dice: Randomness
  readonly ledger: Ledger
  readonly strike: (point: string) => void
}): Colleague {
  const { name, file, dice, ledger, strike } = deps
  const cloud = createSimulatedCloud(() => at)
  const identity: DeskIdentity = {
    cloudUrl: 'https://cloud.example',
    cloudId,
    demo: false,
    person: { id: dice.uuid(), email: `${name}@site.example`, name },
    account: { ...account, role: 'account-admin' },
  }
  let store = createDeskStore(file)

  const all = { items: 100, bytes: 512 * 1024, skip: new Set<string>() }
  const parkedIds = () => store.people.parked().map(({ opId }) => opId)

  return {
    identity,
    boot() {
      store = createDeskStore(createMortalDatabase(file, strike).db)
      createDeskStore(file).outbox.recover()
    },
    desk: () => ({ identity, handedOn: store.handOver, nudge: () => {} }),
    wish() {
      const opId = dice.uuid()
      const lastName = ledger.name()
      const fields = { ...nobody, firstName: 'New', lastName }
      const taken = store.people.acceptCreate({ opId, fields, at })
      if (taken.ok) ledger.wish(opId, lastName)
    },
    send() {
      for (const { opId, body } of store.outbox.claim(all)) {
        const sent = operation.parse(JSON.parse(body))
        if (sent.method !== 'create') throw new Error(sent.method)
        const { lastName } = sent.fields
        // Under another op id where a colleague has taken it over.
        ledger.wish(opId, lastName)
        const known = cloud.living().some(({ id }) => id === sent.recordId)
        if (!known && dice.chance(0.5)) {
          store.outbox.settle([{ opId, kind: 'parked', problem: { code: 'forbidden' } }])
          continue
        }
        const [result] = cloud.batch([body]).results
        if (!known) ledger.carry(lastName)
        if (result?.outcome !== 'applied') throw new Error(String(result?.outcome))
        store.outbox.settle([{ opId, kind: 'applied', change: result.change }])
      }
    },
    parked: parkedIds,
    holds: () => store.people.parked().map((each) => JSON.stringify(each)),
  }
}
