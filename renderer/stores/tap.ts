import { cardRefusal } from '../../core/card/warnings.ts'
import type { DeskTap } from '../../core/desk-reader.ts'
import type { Tap } from '../../core/reader.ts'
import { cardProfileNow } from './card-profile.ts'
import { searchLog } from './desk-log.ts'
import { tapEdited, useEdit } from './edit.ts'
import { tapCard, useForm } from './form.ts'
import { probe } from './probe.ts'
import { type MeetingPlace, meet, useMeeting } from './meeting.ts'
import type { TapMeaning } from './tap-answer.ts'
import { tapRoster } from './roster.ts'
import { tapScan } from './scan.ts'
import { eveningAfter, tapUserCards, useUserCards } from './user-cards.ts'
import { useView } from './view.ts'
import { heedsTap } from './wedge.ts'

/**
 * A tap means whatever is being looked at: the readers, the user being edited or whose cards are shown,
 * whose card this is, what was done with it, the form, whose turn it is on a list, what is labelled next, or a
 * card on which the card profile or a keyboard reader is tried out. Where people are, a card that nobody has is
 * kept.
 * null: it is answered when what became of it is known or saved.
 */
export function takeTap(tap: DeskTap): TapMeaning | null {
  if (heedsTap(tap)) return 'tested'
  const { screen } = useView.getState()
  if (screen === 'readers') return judged(tap, 'tested')
  if (screen === 'card-profile') {
    probe(tap)
    return 'tested'
  }
  if (screen === 'roster') return tapRoster(tap)
  if (screen === 'quick-scan') return tapScan(tap)
  if (screen === 'desk-log') {
    searchLog(tap.uid)
    return 'tested'
  }
  if (screen === 'users') return takeAtUsers(tap)
  if (screen === 'unknown-cards') return lookedFor(tap, screen)
  if (useMeeting.getState().at === 'pending') return lookedFor(tap, 'pending')
  tapCard(tap)
  meet(tap, 'field')
  return judged(tap, useForm.getState().tap?.outcome ?? 'filled')
}

function takeAtUsers(tap: DeskTap): TapMeaning | null {
  if (useEdit.getState().edit !== null) tapEdited(tap)
  else if (useUserCards.getState().open !== null) tapUserCards(tap, eveningAfter(new Date()))
  else return lookedFor(tap, 'users')
  meet(tap, 'field')
  return judged(tap, 'filled')
}

function lookedFor(tap: DeskTap, place: MeetingPlace): null {
  meet(tap, place)
  return null
}

function judged({ uid, atr }: Tap, outcome: TapMeaning): TapMeaning {
  const seen = { uid, atr, source: 'reader' } as const
  return cardRefusal(seen, cardProfileNow().policy) === null ? outcome : 'refused'
}
