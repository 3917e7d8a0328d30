import { beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import type { Typed } from '../keyboard-reader/listen.ts'
import { closeLearning, heedsTap, learnWedge, takeTyped, useWedge } from './wedge.ts'

const typed = (text: string): Typed => ({
  typed: text,
  byPosition: text,
  ending: 'Enter',
  field: null,
})
const answering = (answer: 'tapped' | 'unknown') =>
  createAppDouble(ipc, { reader: { typed: () => ok(answer) } })

beforeEach(closeLearning)

describe('what a keyboard reader typed', () => {
  it('is a tap without a question where its way of writing is known', async () => {
    const { app, asked } = answering('tapped')
    await takeTyped(app.reader, typed('3220338716'))
    expect(useWedge.getState().learning).toBeNull()
    expect(asked).toEqual([
      { path: 'reader.typed', input: { typed: '3220338716', byPosition: '3220338716' } },
    ])
  })

  it('is asked about where it is not', async () => {
    const { app } = answering('unknown')
    await takeTyped(app.reader, typed('3220338716'))
    expect(useWedge.getState().learning).toMatchObject({
      typed: { typed: '3220338716' },
      uid: null,
    })
  })

  it('belongs to the reader that is being set up, with the card on the other reader', async () => {
    const { app, asked } = answering('tapped')
    learnWedge()
    expect(heedsTap({ uid: '1C78F2BF' })).toBe(true)
    await takeTyped(app.reader, typed('3220338716'))
    expect(asked).toEqual([])
    expect(useWedge.getState().learning).toMatchObject({
      typed: { typed: '3220338716' },
      uid: '1C78F2BF',
    })
  })

  it('takes no tap from the form while nothing is being set up', () => {
    expect(heedsTap({ uid: '1C78F2BF' })).toBe(false)
  })
})
