import type { Mutant } from './mutant.ts'

const sync = (name: string) => `electron/sync/${name}.ts`
const model = (name: string) => `tests/support/simulated-${name}.ts`

/** Bugs in how the desk talks to the cloud. */
export const syncMutants: readonly Mutant[] = [
  {
    name: 'takes a missing answer for success',
    edits: [
      {
        file: sync('settlement'),
        find: "if (result === undefined) return { opId, kind: 'retry' }",
        put: "if (result === undefined) return { opId, kind: 'discarded', reason: 'same', onto: null }",
      },
    ],
  },
  {
    name: 'takes a refusal for the end of the matter',
    edits: [
      {
        file: sync('settlement'),
        find: "const parked: Settlement = { opId, kind: 'parked', problem }",
        put: "const parked: Settlement = { opId, kind: 'discarded', reason: problem.code, onto: null }",
      },
    ],
  },
  {
    name: 'deletes a person because the cloud says that they have registered',
    edits: [
      {
        file: sync('settlement'),
        find: "? { opId, kind: 'discarded', reason: 'registered', onto: problem.current }",
        put: "? { opId, kind: 'rebased', newOpId: newId(), onto: problem.current }",
      },
      {
        file: 'electron/store/claim.ts',
        find: 'return Math.max(1, seenVersion, registered ? 0 : version)',
        put: 'return Math.max(1, seenVersion, registered && seenVersion < 0 ? 0 : version)',
      },
    ],
  },
  {
    name: 'lets the last writer win',
    edits: [
      {
        file: sync('merge'),
        find: "if (fields.length > 0) return { kind: 'conflict', fields }",
        put: "if (fields.length < 0) return { kind: 'conflict', fields }",
      },
    ],
  },
  {
    name: 'plans by the clock on the wall',
    edits: [
      {
        file: 'tests/support/simulated-desk.ts',
        find: 'const monotonicMs = () => time.monotonicMs',
        put: 'const monotonicMs = () => time.wallMs',
      },
    ],
  },
  {
    name: 'does not wait while a deletion can be taken back',
    edits: [
      {
        file: sync('push'),
        find: 'new Set([holds.held(), ...skips]',
        put: 'new Set([...skips]',
      },
    ],
  },
  {
    name: 'never recovers after the disk failed',
    edits: [
      {
        file: sync('create-sync-engine'),
        find: `    } catch (error) {
      recovered = false`,
        put: '    } catch (error) {',
      },
    ],
  },
  {
    name: 'waits for ever after a sign-in',
    edits: [
      {
        file: sync('health'),
        find: "if (why === 'signed-in' || why === 'sync-now') gate = null",
        put: "if (why === 'sync-now') gate = null",
      },
    ],
  },
  {
    name: 'stops for good when the whole answer fails',
    edits: [
      {
        file: sync('push'),
        find: 'outbox.settle(sent.map(again))',
        put: 'outbox.settle([])',
      },
    ],
  },
  {
    name: 'forgets what it made ready when the batch before is lost',
    edits: [
      {
        file: sync('push'),
        find: 'if (prepared.length > 0) outbox.settle(prepared.map(again))',
        put: 'if (prepared.length > 0) outbox.settle([])',
      },
    ],
  },
  {
    name: 'forgets an answer when the next batch stands ready',
    edits: [
      {
        file: sync('push'),
        find: `if (prepared.length === 0) settle()
      return progress`,
        put: `if (prepared.length === 0) settle()
      unsettled = []
      return progress`,
      },
    ],
  },
  {
    name: 'makes ready what shares a card or a record with what is under way',
    edits: [
      {
        file: 'electron/store/claim.ts',
        find: 'WHERE held.seq = mine.seq AND other.seq < mine.seq)',
        put: `JOIN outbox AS earlier ON earlier.seq = other.seq
    WHERE held.seq = mine.seq AND other.seq < mine.seq AND earlier.state <> 1)`,
      },
    ],
  },
  {
    name: 'goes round in circles when the feed has expired',
    edits: [
      {
        file: sync('pull'),
        find: `    cursorExpired() {
      snapshot.begin()`,
        put: '    cursorExpired() {',
      },
    ],
  },
  {
    name: 'a cloud that forgets the keys of some operations',
    edits: [
      {
        file: model('cloud'),
        find: 'const known = ledger.get(parsed.opId)',
        put: 'const known = position % 3 === 0 ? undefined : ledger.get(parsed.opId)',
      },
    ],
  },
  {
    name: 'a cloud that gives a card to a second holder',
    edits: [
      {
        file: model('apply'),
        find: 'if (holder === undefined || holder.id === id) return null',
        put: "if (holder === undefined || holder.id !== '') return null",
      },
    ],
  },
  {
    name: 'a cloud that deletes whoever has registered',
    edits: [
      {
        file: model('apply'),
        find: 'if (wish.ifVersion !== before.version) {',
        put: "if (wish.ifVersion !== before.version && wish.method !== 'delete') {",
      },
    ],
  },
  {
    name: 'stays in trouble when there is nothing left to be sent',
    edits: [
      {
        file: 'electron/sync/create-sync-engine.ts',
        find: 'batch === null && isDrained(',
        put: 'batch !== null && isDrained(',
      },
    ],
  },
]
