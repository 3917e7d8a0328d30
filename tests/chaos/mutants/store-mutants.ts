import type { Mutant } from './mutant.ts'

const store = (name: string) => `electron/store/${name}.ts`

/** Bugs in what the desk keeps. */
export const storeMutants: readonly Mutant[] = [
  {
    name: 'says that a change is saved although there was nothing to change',
    edits: [
      {
        file: store('accept'),
        find: `{ method: 'update', set }, at, reader)) {
          return fail('gone')`,
        put: `{ method: 'update', set }, at, reader)) {
          return ok({ recordId })`,
      },
    ],
  },
  {
    name: 'gives up after three attempts',
    edits: [
      {
        file: store('settle'),
        find: 'backToReady.run(op.opId)',
        put: 'if (op.attempts > 3) ops.remove(op.seq)\n        else backToReady.run(op.opId)',
      },
    ],
  },
  {
    name: 'freezes the bytes anew at every attempt',
    edits: [
      {
        file: store('claim'),
        find: 'op.item === null ? freeze(itemOf(op)) : unchanged(op)',
        put: 'freeze(itemOf(op)) ?? unchanged(op)',
      },
    ],
  },
  {
    name: 'sends a retry under a new key',
    edits: [
      {
        file: store('settle'),
        find: 'backToReady.run(op.opId)',
        put: `if (op.wish !== null) {
          const opId = crypto.randomUUID()
          log.write({ opId: op.opId, seq: op.seq, recordId: op.recordId, outcome: 'superseded', byOp: opId })
          ops.replace(op.seq, { ...op, wish: op.wish, opId, keys: ops.keys(op.seq) })
        }
        backToReady.run(op.opId)`,
      },
    ],
  },
  {
    name: 'forgets after a restart what was in flight',
    edits: [
      {
        file: store('queue'),
        find: 'recover: () => void db.write(() => recover.run()),',
        put: 'recover: () => void db.write(() => recover),',
      },
    ],
  },
  {
    name: 'knows no order of operations on the same card',
    edits: [
      {
        file: store('keys'),
        find: '...new Set(held.map((card) => `c:${card}`))]',
        put: '...held.slice(0, 0)]',
      },
    ],
  },
  {
    name: 'sends an operation past an earlier one on its record',
    edits: [
      {
        file: store('claim'),
        find: 'WHERE held.seq = mine.seq AND other.seq < mine.seq)',
        put: 'WHERE held.seq = mine.seq AND other.seq < mine.seq - 1)',
      },
    ],
  },
  {
    name: 'merges a change past a later operation on its card',
    edits: [
      {
        file: store('accepting'),
        find: 'return !ops.isKeyUsedAfter(target.seq, [...ops.keys(target.seq), ...newKeys])',
        put: 'return newKeys.length > 0 || ops.isKeyUsedAfter(target.seq, [])',
      },
    ],
  },
  {
    name: 'lets a version go back',
    edits: [
      {
        file: store('records'),
        find: 'return change.version > row.base_version',
        put: 'return true',
      },
    ],
  },
  {
    name: 'drops the first change of a page',
    edits: [
      {
        file: store('feed'),
        find: 'for (const change of changes) move(change)\n          settings',
        put: 'for (const change of changes.slice(1)) move(change)\n          settings',
      },
    ],
  },
  {
    name: 'shows an edit that was given up',
    edits: [
      {
        file: store('settle'),
        find: `    records.refresh(recordId)
    refreshGiver(op)
  }

  return {`,
        put: `    refreshGiver(op)
  }

  return {`,
      },
    ],
  },
  {
    name: 'throws the queue away with an old copy',
    edits: [
      {
        file: store('feed'),
        find: '          swapIn(isNews ? restored : null)\n',
        put: `          swapIn(isNews ? restored : null)\n          db.prepare('DELETE FROM outbox WHERE state = 0').run()\n`,
      },
    ],
  },
  {
    name: 'keeps an operation in the queue that was applied',
    edits: [
      {
        file: store('settle'),
        find: 'ops.remove(...seqs)',
        put: 'ops.remove()',
      },
    ],
  },
  {
    name: 'takes what the cloud says for what was known',
    edits: [
      {
        file: store('records'),
        find: 'setFields(differences(fields, view.fields)).length === 0',
        put: 'setFields(differences(fields, view.fields)).length >= 0',
      },
    ],
  },
  {
    name: 'cancels a creation that was sent already',
    edits: [
      {
        file: store('unsent'),
        find: 'return neverSent(create)',
        put: 'return true',
      },
    ],
  },
  {
    name: 'takes back a deletion that was sent',
    edits: [
      {
        file: store('undo'),
        find: 'op.method !== method || !neverSent(op)',
        put: 'op.method !== method',
      },
    ],
  },
  {
    name: 'deletes a person who registered while the deletion waited',
    edits: [
      {
        file: store('claim'),
        find: 'return Math.max(1, seenVersion, registered ? 0 : version)',
        put: 'return Math.max(1, seenVersion, registered && seenVersion < 0 ? 0 : version)',
      },
    ],
  },
  {
    name: 'takes whoever came back for gone, and overwrites what others did with them',
    edits: [
      {
        file: store('records'),
        find: 'base.version > 0 && base.version <= seenVersion',
        put: 'base.version > 0 && seenVersion >= 0',
      },
      { file: store('claim'), find: 'if (deleted) return true', put: 'if (deleted) return false' },
    ],
  },
]
