import { useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { DoorCode } from '../../../contracts/door.ts'
import type { Failure, Result } from '../../../contracts/result.ts'
import type { BulkItem, BulkOutcome } from '../../../core/bulk.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { pause } from '../../pause.ts'
import { type Targets, closeAction, itemsFor, tell } from '../../stores/pending-actions.ts'
import { clearSelection } from '../../stores/selection.ts'
import { untilAnswered } from '../../stores/until-answered.ts'

export type StepState =
  | { readonly kind: 'asking'; readonly failure: Failure<FailureCode> | null }
  | { readonly kind: 'busy' }
  /** Some were left as they are: the dialog stays and tells which. */
  | { readonly kind: 'partly'; readonly refused: BulkOutcome['refused'] }

/** One step for many records: recorded at once, told with what was left alone. */
export function useStep(targets: Targets, done: (accepted: number) => string) {
  const [state, setState] = useState<StepState>({ kind: 'asking', failure: null })
  const offered = useRef<{ content: string; items: BulkItem[] } | null>(null)

  /** The same content again has the same keys: it is the same step, whether it was saved or not. */
  function itemsOf(content: string): BulkItem[] {
    if (offered.current?.content !== content) {
      offered.current = { content, items: itemsFor(targets.ids, newId) }
    }
    return offered.current.items
  }

  async function run<Content>(
    content: Content,
    ask: (items: BulkItem[], content: Content) => Promise<Result<BulkOutcome, FailureCode>>,
  ): Promise<void> {
    if (state.kind === 'busy') return
    setState({ kind: 'busy' })
    const items = itemsOf(JSON.stringify(content))
    const answer = await untilAnswered<BulkOutcome, FailureCode | DoorCode>(
      () => ask(items, content),
      pause,
    )
    if (!answer.ok) return setState({ kind: 'asking', failure: answer })
    const { accepted, refused } = answer.value
    if (targets.row === null) clearSelection()
    if (accepted > 0) tell(done(accepted))
    if (refused.length === 0) closeAction()
    else setState({ kind: 'partly', refused })
  }

  return { state, run }
}
