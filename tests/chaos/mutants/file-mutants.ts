import type { Mutant } from './mutant.ts'

const handing = 'electron/usecases/hand-over.ts'
const handedOver = 'electron/store/handed-over.ts'
const keep = `  const kept = place.profile.handedOver.keep(desk.identity, leaving.value, place.wallTime())
  if (!kept.ok) return kept
`
const given = `  place.peopleChanged()
  desk.nudge('accepted')
  return ok({ handed`

/** Bugs between the files of one computer, and in reading one after a power cut. */
export const fileMutants: readonly Mutant[] = [
  {
    name: 'lets go of what is to be handed over before it is kept',
    hunter: 'hand-over',
    edits: [
      { file: handing, find: keep, put: '' },
      { file: handing, find: given, put: keep + given },
    ],
  },
  {
    name: 'lets two colleagues take over the same',
    hunter: 'hand-over',
    edits: [
      {
        file: handedOver,
        find: "WHERE op_id = ? AND state = 'waiting' AND taker_id IS NULL`",
        put: "WHERE op_id = ? AND state = 'waiting'`",
      },
    ],
  },
  {
    name: 'takes back what a colleague is about to take over',
    hunter: 'hand-over',
    edits: [{ file: handedOver, find: " AND (state <> 'waiting' OR taker_id IS NULL)`", put: '`' }],
  },
  {
    name: 'takes over under a new key each time',
    hunter: 'hand-over',
    edits: [
      {
        file: handedOver,
        find: 'ok(reserved.get(opId, id)?.newOpId ?? null)',
        put: 'ok(reserved.get(opId, id) === undefined ? null : newOpId)',
      },
    ],
  },
  {
    name: 'believes what a power cut left behind the end of the log',
    hunter: 'power',
    edits: [
      {
        file: 'electron/store/file-header.ts',
        find: 'if (!checksum.is(frame.subarray(16, 24))) return committed',
        put: '',
      },
    ],
  },
]
