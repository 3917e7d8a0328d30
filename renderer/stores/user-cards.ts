import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import { type CardStep, afterStep } from '../../core/card-step.ts'
import type { PersonRow } from '../../core/pending-page.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import { type CardField, type TappedCard, isSameCard, tapped, uidOf } from './card-field.ts'
import { cardProfileNow, freshCard } from './card-profile.ts'
import { type Surface, afterTap, emptySurface, withoutItsCard } from './surface.ts'

/** A card that is about to be given: in place of the main one, or for a time. */
export type Giving = {
  readonly action: 'replace' | 'lend'
  readonly card: CardField
  readonly surface: Surface
  /** Local, as `datetime-local` writes it. */
  readonly until: string
  /** Whether somebody has tried to save it: only then is told what is missing. */
  readonly tried: boolean
}

/** The step that was recorded last, while it can be taken back. */
export type Done = {
  readonly opId: string
  readonly action: CardStep['action']
  readonly before: PersonRow
}

/** The user whose cards are being looked at, as this desk wants them. */
export type OpenCards = {
  readonly row: PersonRow
  readonly giving: Giving | null
  readonly sending: boolean
  readonly failure: Failure<FailureCode> | null
  readonly done: Done | null
}

export const useUserCards = create<{ readonly open: OpenCards | null }>()(() => ({ open: null }))

export function openUserCards(row: PersonRow) {
  const open = { row, giving: null, sending: false, failure: null, done: null }
  useUserCards.setState({ open })
}

export function closeUserCards() {
  useUserCards.setState({ open: null })
}

export function changeOpen(change: (open: OpenCards) => OpenCards) {
  useUserCards.setState(({ open }) => ({ open: open === null ? null : change(open) }))
}

/** `until` is offered for a temporary card. */
export function beginGiving(action: Giving['action'], until: string) {
  const giving = { action, card: freshCard(), surface: emptySurface, until, tried: false }
  changeOpen((open) => ({ ...open, giving, failure: null }))
}

export function changeGiving(change: (giving: Giving) => Giving) {
  changeOpen((open) => ({
    ...open,
    giving: open.giving === null ? null : change(open.giving),
    failure: null,
  }))
}

/** Surface ID that came with a card goes with it. */
export function changeGivenCard(change: (card: CardField) => CardField) {
  changeGiving((giving) => withCard(giving, change(giving.card)))
}

export function changeGivenSurface(change: (surface: Surface) => Surface) {
  changeGiving((giving) => ({ ...giving, surface: change(giving.surface) }))
}

export function leaveGiving() {
  changeOpen((open) => ({ ...open, giving: null, failure: null }))
}

/** Whoever looks at somebody's cards and taps another one means to give it; nothing is saved by that alone. */
export function tapUserCards(tap: TappedCard, until: string) {
  const { open } = useUserCards.getState()
  if (open === null) return
  if (open.giving === null) beginGiving('replace', until)
  changeGiving((giving) => withGiven(giving, tap))
}

/** With this card and what belongs to it, whatever was there. */
export function withGiven(giving: Giving, given: TappedCard): Giving {
  const { card, outcome } = tapped(giving.card, given, true)
  const laid = withCard(giving, card)
  if (outcome !== 'filled') return laid
  return { ...laid, surface: afterTap(laid.surface, given, cardProfileNow()) }
}

function withCard(giving: Giving, card: CardField): Giving {
  const { surface } = giving
  return {
    ...giving,
    card,
    surface: isSameCard(card, giving.card) ? surface : withoutItsCard(surface),
  }
}

/** What is asked for; null while the card or the end is not whole. */
export function stepOf({ row, giving }: Pick<OpenCards, 'row' | 'giving'>): CardStep | null {
  if (giving === null) return null
  const uid = uidOf(giving.card)
  if (!uid.ok) return null
  const { action } = giving
  const given = { cardId: uid.value, surfaceId: giving.surface.text.trim() }
  if (action === 'replace') return { action, ...given, replaces: row.cardId }
  const until = new Date(giving.until)
  return Number.isNaN(until.getTime()) ? null : { action, ...given, until: until.toISOString() }
}

/** The cards as they are with a step that was just recorded. */
export function withStep(row: PersonRow, step: CardStep): PersonRow {
  const cards = afterStep(row, step)
  return cards.ok ? { ...row, ...cards.value, otherCards: [...cards.value.otherCards] } : row
}

/** Six in the evening, of the day on which that is still more than an hour away; local, for the field. */
export function eveningAfter(now: Date): string {
  const evening = new Date(now)
  evening.setHours(18, 0, 0, 0)
  if (evening.getTime() - now.getTime() < 3_600_000) evening.setDate(evening.getDate() + 1)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [evening.getFullYear(), two(evening.getMonth() + 1), two(evening.getDate())]
  return `${day.join('-')}T18:00`
}
