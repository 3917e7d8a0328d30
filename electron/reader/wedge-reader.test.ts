import { describe, expect, it } from 'vitest'
import type { Tap } from '../../core/reader.ts'
import type { WedgeProfile } from '../../core/wedge-profile.ts'
import { createVirtualClock } from '../../tests/support/virtual-clock.ts'
import { createReaderSupervisor } from './supervisor.ts'
import { createWedgeReader } from './wedge-reader.ts'

const decimal: WedgeProfile = {
  letters: 'as-typed',
  prefix: '',
  suffix: '',
  rendering: 'decimal.reversed',
  bytes: 4,
}
const hex: WedgeProfile = { ...decimal, rendering: 'hex.card' }
const text = (typed: string) => ({ typed, byPosition: typed })
const nothing = () => {}

async function desk(profiles: () => readonly WedgeProfile[] | null) {
  const clock = createVirtualClock()
  const taps: Tap[] = []
  const wedge = createWedgeReader({ profiles: async () => profiles() })
  const supervisor = createReaderSupervisor({
    spawn: () => ({
      wire: { post: nothing, onMessage: () => nothing },
      onMessage: nothing,
      onExit: nothing,
      kill: nothing,
    }),
    simulated: null,
    wedge,
    now: clock.now,
    after: clock.after,
    onStatus: nothing,
    onTap: (tap) => void taps.push(tap),
  })
  await supervisor.start()
  return { clock, taps, wedge }
}

describe('a keyboard reader behind the supervisor', () => {
  it('taps like any other, and twice within a second is once', async () => {
    const { clock, taps, wedge } = await desk(() => [decimal])
    expect(await wedge.typed(text('3220338716'))).toBe('tapped')
    clock.move(999)
    await wedge.typed(text('3220338716'))
    expect(taps).toMatchObject([{ uid: '1C78F2BF', reader: 'Keyboard reader', source: 'keyboard' }])
    clock.move(1)
    await wedge.typed(text('3220338716'))
    expect(taps).toHaveLength(2)
  })

  it('guesses nothing: neither without a known reader nor where two contradict each other', async () => {
    const none = await desk(() => [])
    expect(await none.wedge.typed(text('3220338716'))).toBe('unknown')
    const two = await desk(() => [decimal, hex])
    expect(await two.wedge.typed(text('12345678'))).toBe('unknown')
    expect([...none.taps, ...two.taps]).toEqual([])
  })

  it('says that it passes on only a part', async () => {
    const { taps, wedge } = await desk(() => [
      { ...decimal, rendering: 'decimal.last-4', bytes: 5 },
    ])
    await wedge.typed(text('0040856634'))
    expect(taps).toMatchObject([{ uid: '026F6C3A', source: 'keyboard-part' }])
  })

  it('keeps what is typed before the readers are started', async () => {
    const taps: Tap[] = []
    const wedge = createWedgeReader({ profiles: async () => [decimal] })
    const typed = wedge.typed(text('3220338716'))
    await wedge.start({ onTap: (tap) => void taps.push(tap), onStatus: nothing })
    expect(await typed).toBe('tapped')
    expect(taps).toMatchObject([{ uid: '1C78F2BF' }])
  })

  it('goes on with what was known last while nobody can tell', async () => {
    let known: readonly WedgeProfile[] | null = [decimal]
    const { wedge } = await desk(() => known)
    await wedge.typed(text('3220338716'))
    known = null
    expect(await wedge.typed(text('0477688511'))).toBe('tapped')
  })
})
