/** One card that was laid on a reader. Times are monotonic milliseconds. */
export type Presentation = {
  readonly reader: string
  /** What it says it is; null: it never tells a UID. No other card of the run has the same. */
  readonly uid: string | null
  readonly laidAt: number
  /** null: it still lies there. */
  readonly leftAt: number | null
  /** From when on nothing hindered its reading: the reader ready, nobody else holding the card. */
  readonly readableAt: number | null
}

/** A UID that a tap or a reader's state showed. */
export type Sight = { readonly reader: string; readonly uid: string; readonly at: number }

export type ReaderHistory = {
  readonly presentations: readonly Presentation[]
  readonly taps: readonly Sight[]
  readonly states: readonly Sight[]
  readonly endedAt: number
}

/** A card that lies as long as this on a ready reader is read. */
export const READ_WITHIN_MS = 1000

/** Nobody looks at a card that left so long ago and takes it for the one in the hand. */
const STALE_MS = 1000

/** Broken promises in words: none when every UID was right, every card was read, and each was one tap. */
export function brokenReaderPromises(history: ReaderHistory): string[] {
  return [...wrong(history), ...missed(history), ...doubled(history)]
}

function wrong({ presentations, taps, states }: ReaderHistory): string[] {
  const found = [...taps, ...states].flatMap(({ reader, uid, at }) => {
    const card = presentations.find((each) => each.reader === reader && each.uid === uid)
    if (card === undefined) return [`wrong UID: ${reader} showed ${uid}, which never lay there`]
    if (at < card.laidAt) return [`wrong UID: ${reader} showed ${uid} before it lay there`]
    if (card.leftAt !== null && at > card.leftAt + STALE_MS) {
      return [`wrong UID: ${reader} showed ${uid} long after it had left`]
    }
    return []
  })
  return [...new Set(found), ...presentations.flatMap((card) => outlived(card, taps))]
}

/** A card that is told only after the next one was tells of the wrong card. */
function outlived({ reader, uid }: Presentation, taps: readonly Sight[]): string[] {
  const here = taps.filter((tap) => tap.reader === reader)
  const places = here.flatMap((tap, index) => (tap.uid === uid ? [index] : []))
  const [first, second] = [places[0], places[1]]
  if (first === undefined || second === undefined || second === first + 1) return []
  return [`wrong UID: ${reader} showed ${uid} again after another card`]
}

function missed({ presentations, taps, endedAt }: ReaderHistory): string[] {
  return presentations.flatMap(({ reader, uid, readableAt, leftAt }) => {
    if (uid === null || readableAt === null) return []
    const lay = (leftAt ?? endedAt) - readableAt
    const isRead = taps.some((tap) => tap.reader === reader && tap.uid === uid)
    if (lay < READ_WITHIN_MS || isRead) return []
    return [`missed: ${uid} lay ${Math.round(lay)} ms on ${reader}, which was ready`]
  })
}

function doubled({ presentations, taps }: ReaderHistory): string[] {
  return presentations.flatMap(({ reader, uid }) => {
    const count = taps.filter((tap) => tap.reader === reader && tap.uid === uid).length
    return count > 1 ? [`double: ${uid} was laid once on ${reader} and tapped ${count} times`] : []
  })
}
