import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { type CardProfile, defaultCardProfile } from '../../core/card-profile.ts'
import { emptyDirectory } from '../../core/directory.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { shownPerson } from '../../tests/support/shown-person.ts'
import { forgetDirectory, useDirectory } from './directory.ts'
import { typed } from './card-field.ts'
import { changeCard, emptyForm, setValue, tapCard, takeOffer, useForm } from './form.ts'
import { createProfileSubscription } from './subscribe-profile.ts'
import {
  changeGivenCard,
  closeUserCards,
  openUserCards,
  tapUserCards,
  useUserCards,
} from './user-cards.ts'

const card = (uid: string, ndefText: string | null = null) => ({
  uid,
  atr: '',
  reader: 'Reader',
  ndefText,
})
const one = card('1C78F2BF', 'Locker 17')
const other = card('04C43BC21C2680')

function replaceBy(next: typeof one) {
  tapCard(next)
  takeOffer()
}

function account(surface: CardProfile['surface']) {
  const cardProfile = { ...defaultCardProfile, surface }
  useDirectory.setState({ directory: { ...emptyDirectory, cardProfile } })
}
const surface = () => useForm.getState().values.surfaceId
const reversed = { rendering: 'decimal.reversed', take: { kind: 'all' } } as const
const printed = { kind: 'printed', rule: reversed } as const
const roll = { kind: 'label', prefix: 'A-', digits: 4, next: '1' } as const

beforeEach(emptyForm)
afterEach(forgetDirectory)

describe('Surface ID after a tap', () => {
  it('is empty where a person types it', () => {
    tapCard(one)
    expect(surface()).toBe('')
  })

  it('is what the rule prints, and follows the next card', () => {
    account(printed)
    tapCard(one)
    expect(surface()).toBe('3220338716')
    replaceBy(other)
    expect(surface()).toBe('36070701978600452')
  })

  it('is left as a person typed it, before the tap or after', () => {
    account(printed)
    setValue('surfaceId', 'my own')
    tapCard(one)
    expect(surface()).toBe('my own')
    setValue('surfaceId', '')
    tapCard(one)
    expect(surface()).toBe('3220338716')
    setValue('surfaceId', 'corrected')
    replaceBy(other)
    expect(surface()).toBe('corrected')
  })

  it('goes with the card that is emptied or changed by hand', () => {
    account(printed)
    tapCard(one)
    changeCard((field) => typed(field, '1C 78 F2 BF'))
    expect(surface()).toBe('3220338716')
    changeCard((field) => typed(field, '1C78F2'))
    expect(surface()).toBe('')
  })

  it('comes with a card that was offered once it is taken', () => {
    account(printed)
    changeCard((field) => typed(field, '04C43BC21C2680'))
    tapCard(one)
    expect(surface()).toBe('')
    takeOffer()
    expect(surface()).toBe('3220338716')
  })

  it('is the text on the card, and a card without one says so', () => {
    account({ kind: 'ndef' })
    tapCard(one)
    expect(surface()).toBe('Locker 17')
    expect(useForm.getState().tap?.textless).toBe(false)
    replaceBy(other)
    expect(surface()).toBe('')
    expect(useForm.getState().tap?.textless).toBe(true)
  })
})

describe('a label after a tap', () => {
  function labels(labelFor: (asked: { uid: string }) => string | null) {
    const directory = { labelFor: (asked: { uid: string }) => ok(labelFor(asked)) }
    const double = createAppDouble(ipc, { directory })
    const subscription = createProfileSubscription(double.app)
    subscription.start()
    return subscription
  }

  function roll7() {
    let next = 7
    return () => `A-000${next++}`
  }
  const scanned = ({ uid }: { uid: string }) => (uid === one.uid ? 'B-0042' : null)

  it('is the next one, the same while the card stays, and given to no other card', async () => {
    account(roll)
    const subscription = labels(roll7())
    tapCard(one)
    await expect.poll(surface).toBe('A-0007')
    tapCard(one)
    replaceBy(other)
    expect(surface()).toBe('')
    await expect.poll(surface).toBe('A-0008')
    subscription.stop()
  })

  it('does not take the place of what was typed while it was sought', async () => {
    account(roll)
    const subscription = labels(roll7())
    tapCard(one)
    setValue('surfaceId', 'typed')
    replaceBy(other)
    await expect.poll(() => useForm.getState().made.labelFor).toBeNull()
    expect(surface()).toBe('typed')
    subscription.stop()
  })

  it('is what a quick scan had written on the card, and goes with it, where people type it too', async () => {
    const subscription = labels(scanned)
    tapCard(one)
    await expect.poll(surface).toBe('B-0042')
    replaceBy(other)
    expect(surface()).toBe('')
    await expect.poll(() => useForm.getState().made.labelFor).toBeNull()
    expect(surface()).toBe('')
    subscription.stop()
  })

  it('written on the card comes before what the rule makes of it, which others keep', async () => {
    account(printed)
    const subscription = labels(scanned)
    tapCard(other)
    await expect.poll(() => useForm.getState().made.labelFor).toBeNull()
    expect(surface()).toBe('36070701978600452')
    replaceBy(one)
    await expect.poll(surface).toBe('B-0042')
    subscription.stop()
  })

  it('is that of a card which is given over the cards of a user, until another number is typed', async () => {
    const subscription = labels(scanned)
    openUserCards(shownPerson())
    const given = () => useUserCards.getState().open?.giving?.surface.text
    tapUserCards(one, '2027-03-01T18:00')
    await expect.poll(given).toBe('B-0042')
    changeGivenCard((field) => typed(field, '04C43BC21C2680'))
    expect(given()).toBe('')
    closeUserCards()
    subscription.stop()
  })
})
