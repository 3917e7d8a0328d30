import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Draft, KeptForms } from '../../core/draft.ts'
import { draftOf, formOfDraft } from './draft.ts'
import { isBlank } from './form-state.ts'
import { type SetAside, useForm } from './form.ts'
import { saveBeforeLeaving } from './leaving.ts'
import { deskOf, useSession } from './session.ts'
import { untilAnswered } from './until-answered.ts'

/** Typing rests this long before what was typed is kept. */
const restMs = 1000

/**
 * Brings back what was typed before a crash or restart and keeps what is typed now. Each desk has a draft
 * of its own: nothing is kept before that desk's draft was read, and never in another one's place.
 */
export function createDraftKeeper(deps: {
  readonly people: Pick<Asking<Ipc>['people'], 'draft' | 'keepDraft' | 'recent'>
  readonly pause: (ms: number) => Promise<void>
}) {
  const { people, pause } = deps
  const stops: (() => void)[] = []
  let keptFor: string | null = null
  let kept = ''

  async function open(desk: string | null) {
    keptFor = null
    if (desk === null) return
    const [typed, recent] = await Promise.all([
      untilAnswered(people.draft, pause),
      untilAnswered(people.recent, pause),
    ])
    if (!typed.ok || stops.length === 0 || desk !== deskOf(useSession.getState())) return
    keptFor = desk
    kept = JSON.stringify(typed.value)
    // The first op id of somebody new is the id of the record: sent is sent, even if nobody saw the answer.
    const isSent = ({ opId }: Draft) => recent.ok && recent.value.some(({ id }) => id === opId)
    const { draft, aside } = typed.value
    const form = useForm.getState()
    const free = isBlank(form) && form.correcting === null
    if (draft !== null && !isSent(draft) && free) useForm.setState(formOfDraft(draft))
    useForm.setState({ aside: aside.filter((each) => !isSent(each)).map(asideOfDraft) })
    await keep()
  }

  async function keep() {
    const typed = typedNow()
    const text = JSON.stringify(typed)
    if (keptFor === null || keptFor !== deskOf(useSession.getState()) || text === kept) return
    const before = kept
    kept = text
    const answer = await people.keepDraft(typed)
    if (!answer.ok && kept === text) kept = before
  }

  /** Emptied is emptied at once: what was sent or discarded does not come back. */
  async function keepSoon() {
    const form = useForm.getState()
    if (draftOf(form) !== null) await pause(restMs)
    const now = useForm.getState()
    if (now.values === form.values && now.card === form.card) await keep()
  }

  const keepNow = () => void keep()

  return {
    start() {
      stops.push(
        useForm.subscribe((form, before) => {
          if (form.aside !== before.aside) void keep()
          else if (form.values !== before.values || form.card !== before.card) void keepSoon()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) !== deskOf(before)) void open(deskOf(now))
        }),
        saveBeforeLeaving(keep),
      )
      void open(deskOf(useSession.getState()))
    },
    /** For the moment before the window may be gone. */
    keepNow,
    stop() {
      keptFor = null
      for (const stop of stops.splice(0)) stop()
    },
  }
}

function typedNow(): KeptForms {
  const { aside, ...form } = useForm.getState()
  return { draft: draftOf(form), aside: aside.flatMap((each) => draftOf(each) ?? []) }
}

const asideOfDraft = (draft: Draft): SetAside => ({ ...formOfDraft(draft), unanswered: null })
