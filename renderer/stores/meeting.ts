import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import type { DeskTap } from '../../core/desk-reader.ts'
import type { LooseCard } from '../../core/scan/scan.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import { beginWith } from './aside.ts'
import { show } from './view.ts'

/** Where a card was laid down. In a field it is about to be given; elsewhere its holder is looked for. */
export type MeetingPlace = 'field' | 'users' | 'pending' | 'unknown-cards'

export type MeetingAsk = { readonly tap: DeskTap; readonly place: MeetingPlace }

type Meetings = {
  /** What a tap on the page of invitations means: whichever part of it was used last. */
  readonly at: 'form' | 'pending'
  readonly asks: readonly MeetingAsk[]
  /** Whose card was tapped last; `count` grows, so that the same one twice is found twice. */
  readonly found: {
    readonly recordId: string
    readonly count: number
    /** They are on another page than the one on which the card was laid down. */
    readonly elsewhere: boolean
  } | null
  /** A card that nobody has, laid down at a table; `kept` null: its number is not. */
  readonly nobodys: { readonly tap: DeskTap; readonly kept: LooseCard | null } | null
  readonly failure: Failure<FailureCode> | null
}

const initial: Meetings = { at: 'form', asks: [], found: null, nobodys: null, failure: null }

export const useMeeting = create<Meetings>()(() => initial)

export function tapsGoTo(at: Meetings['at']) {
  if (useMeeting.getState().at !== at) useMeeting.setState({ at })
}

export function meet(tap: DeskTap, place: MeetingPlace) {
  useMeeting.setState(({ asks }) => ({ asks: [...asks, { tap, place }] }))
}

export function leaveNobodys() {
  useMeeting.setState({ nobodys: null, failure: null })
}

/** The card that nobody has goes into the form, for somebody new. */
export function newUserWithNobodys() {
  const { nobodys } = useMeeting.getState()
  if (nobodys === null) return
  leaveNobodys()
  tapsGoTo('form')
  show({ screen: 'user-invitations' })
  beginWith(nobodys.tap)
}

export function forgetMeetings() {
  useMeeting.setState(initial, true)
}
