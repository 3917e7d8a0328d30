import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { surfaceFor } from '../../core/card-profile.ts'
import type { PersonRow } from '../../core/pending-page.ts'
import type { LooseCard } from '../../core/scan/scan.ts'
import { cardProfileNow } from './card-profile.ts'
import { type UnknownDone, lookAtUnknown, unknownDone } from './unknown-cards.ts'
import { untilAnswered } from './until-answered.ts'

/** Gives a card that nobody has to somebody, or removes it; and takes back what was done last. */
export function createCardGiver(deps: {
  readonly app: Pick<Asking<Ipc>, 'directory' | 'scan' | 'userCards'>
  readonly pause: (ms: number) => Promise<void>
  readonly newId: () => string
}) {
  const { pause, newId } = deps
  const { directory, scan, userCards } = deps.app

  /** What is written on it, or what the card profile makes of it. */
  async function surfaceOf({ uid }: LooseCard) {
    const label = await untilAnswered(() => directory.labelFor({ uid }), pause)
    if (!label.ok) return label
    const made = surfaceFor(cardProfileNow(), { uid, ndefText: null, nextLabel: label.value })
    return ok(label.value ?? made ?? '')
  }

  async function takeBack(opId: string) {
    const answer = await untilAnswered(() => userCards.undo({ opId }), pause)
    return answer.ok && answer.value.undone
  }

  async function restore({ uid }: LooseCard) {
    const answer = await untilAnswered(() => scan.restore({ uid }), pause)
    return answer.ok && answer.value.restored
  }

  return {
    /** The card that they have is replaced. Resolves with the failure, or null when it is saved. */
    async give(card: LooseCard, { id, cardId }: PersonRow, name: string) {
      const surface = await surfaceOf(card)
      if (!surface.ok) return surface
      const opId = newId()
      const step = {
        action: 'replace',
        cardId: card.uid,
        surfaceId: surface.value,
        replaces: cardId,
      } as const
      const change = { opId, recordId: id, step }
      const answer = await untilAnswered(() => userCards.change(change), pause)
      if (!answer.ok) return answer
      unknownDone({ kind: 'given', card, name, opId })
      return null
    },

    async remove(card: LooseCard) {
      const answer = await untilAnswered(() => scan.forget({ uid: card.uid }), pause)
      lookAtUnknown()
      if (!answer.ok) return answer
      unknownDone({ kind: 'removed', card })
      return null
    },

    /** Whether it was early enough is what is told next. */
    async undo(done: UnknownDone): Promise<void> {
      unknownDone(null)
      const back = done.kind === 'given' ? await takeBack(done.opId) : await restore(done.card)
      lookAtUnknown()
      unknownDone({ kind: back ? 'undone' : 'too-late', card: done.card })
    },
  }
}
