import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import type { DeskReader } from '../../core/desk-reader.ts'
import type { SlotState } from '../../core/reader.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { deskReader } from '../../tests/support/desk-reader.ts'
import { emptyForm, useForm } from './form.ts'
import { useReader } from './reader.ts'
import { createTapSubscription } from './subscribe-taps.ts'
import { useTapAnswer } from './tap-answer.ts'
import { show } from './view.ts'

const around = { system: 'linux', kernelNfc: false, daemonMissing: false } as const
const desk = (given: Partial<DeskReader> = {}) => deskReader({ name: 'desk', ...given })
const unreadable: SlotState = { kind: 'unreadable', reason: 'mute', atr: '' }

const sounds: string[] = []
const double = createAppDouble(ipc, { reader: { signal: () => ok() } })
const taps = createTapSubscription({
  reader: double.app.reader,
  play: (tone, volume) => void sounds.push(`${tone} ${volume}`),
})
const seen = (reader: DeskReader) =>
  double.tell.reader.changed({ service: 'ready', reason: null, readers: [reader], around })
const lay = (uid: string) =>
  double.tell.reader.tapped({
    uid,
    atr: '',
    reader: 'desk',
    label: 'Front desk',
    muted: false,
    simulated: false,
    ndefText: null,
  })

beforeEach(() => {
  emptyForm()
  show({ screen: 'user-invitations' })
  taps.start()
  seen(desk())
})
afterEach(() => {
  taps.stop()
  sounds.length = 0
  double.asked.length = 0
  useReader.setState({ readers: [] })
})

describe('the answer to a tap', () => {
  it('says what became of the card, where, and in which tone', () => {
    lay('04A3B1C2D3E480')
    expect(useTapAnswer.getState().answer).toMatchObject({ meaning: 'filled', label: 'Front desk' })
    useForm.setState(({ card }) => ({ card: { ...card, tappedFrom: null } }))
    lay('8B0D4F49')
    lay('0824A937')
    expect(sounds).toEqual(['done normal', 'warning normal', 'refused normal'])
  })

  it('is given once for a card that cannot be read, and not for an ignored reader', () => {
    seen(desk({ slot: unreadable }))
    seen(desk({ slot: { ...unreadable, reason: 'moved' } }))
    seen(desk())
    seen(desk({ slot: unreadable, ignored: true }))
    expect(sounds).toEqual(['refused normal'])
  })

  it('makes no sound on a muted reader, and lights only lamps that are switched on', () => {
    seen(desk({ muted: true }))
    lay('04A3B1C2D3E480')
    expect(sounds).toEqual([])
    expect(double.asked).toEqual([])
    seen(desk({ muted: true, signals: true }))
    lay('04A3B1C2D3E480')
    expect(double.asked).toEqual([
      { path: 'reader.signal', input: { reader: 'desk', signal: 'done' } },
    ])
  })

  it('leaves the form alone while the readers are looked at', () => {
    show({ screen: 'readers' })
    lay('04A3B1C2D3E480')
    expect(useTapAnswer.getState().answer?.meaning).toBe('tested')
    expect(useForm.getState().card.text).toBe('')
  })
})
