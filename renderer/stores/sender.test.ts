import { beforeEach, describe, expect, it } from 'vitest'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { DoorCode } from '../../contracts/door.ts'
import { type PersonRow, personRow } from '../../core/pending-page.ts'
import { emptyForm, setValue, useForm } from './form.ts'
import { isBlank } from './form-state.ts'
import { createSender } from './sender.ts'

type Answer = Result<{ recordId: string }, DoorCode | 'disk-full'>

/** The people behind the door: answers in turn, remembers what it was asked. */
function doorAnswering(...answers: Answer[]) {
  return doorWith(ok([]), ...answers)
}

function doorWith(recent: Result<PersonRow[], DoorCode>, ...answers: Answer[]) {
  const asked: { opId: string; name: string }[] = []
  const answer = (opId: string, name: string) => {
    asked.push({ opId, name })
    return Promise.resolve(answers.shift() ?? fail('unavailable' as const))
  }
  const send = createSender({
    people: {
      recent: () => Promise.resolve(recent),
      send: ({ opId, fields }) => answer(opId, fields.firstName),
      correct: ({ newOpId, fields }) => answer(newOpId, fields.firstName),
    },
    pause: () => Promise.resolve(),
    now: () => 1_000,
  })
  return { send, asked }
}

const saved = ok({ recordId: 'r' })

beforeEach(() => {
  emptyForm()
  setValue('firstName', 'Aino')
  setValue('role', 'user')
})

describe('send', () => {
  it('empties the form and names who was saved', async () => {
    const { send } = doorAnswering(saved)
    await send()
    expect(isBlank(useForm.getState())).toBe(true)
    expect(useForm.getState().sent).toEqual({ recordId: 'r', name: 'Aino' })
  })

  it('asks once when Send is pressed twice', async () => {
    const { send, asked } = doorAnswering(saved, saved)
    await Promise.all([send(), send()])
    expect(asked).toHaveLength(1)
  })

  it('gives the next person another op id', async () => {
    const { send, asked } = doorAnswering(saved, saved)
    await send()
    setValue('firstName', 'Eino')
    setValue('role', 'user')
    await send()
    expect(new Set(asked.map(({ opId }) => opId)).size).toBe(2)
  })

  it('offers the same bytes under the same op id while the data process restarts', async () => {
    const { send, asked } = doorAnswering(fail('unavailable'), fail('unavailable'), saved)
    await send()
    expect(asked).toEqual([asked[0], asked[0], asked[0]])
    expect(isBlank(useForm.getState())).toBe(true)
  })

  it('keeps everything that was typed when it is refused, and says why', async () => {
    const { send } = doorAnswering(fail('disk-full'))
    await send()
    expect(useForm.getState()).toMatchObject({
      sending: false,
      values: { firstName: 'Aino' },
      refusal: { kind: 'failure', failure: { code: 'disk-full' } },
    })
  })

  const lost = Array<Answer>(21).fill(fail('unavailable'))

  it('sends nothing else under an op id whose first attempt was saved unseen', async () => {
    const first = doorAnswering(...lost)
    await first.send()
    const { opId } = useForm.getState()
    setValue('lastName', 'Virtanen')
    const door = doorWith(ok([rowOf(opId)]), saved)
    await door.send()
    expect(door.asked).toEqual([])
    expect(useForm.getState()).toMatchObject({ refusal: { kind: 'saved-before', name: 'Aino' } })
    expect(useForm.getState().opId).not.toBe(opId)
  })

  it('sends the changed fields when the first attempt was not saved', async () => {
    await doorAnswering(...lost).send()
    setValue('firstName', 'Eino')
    const door = doorWith(ok([]), saved)
    await door.send()
    expect(door.asked.map(({ name }) => name)).toEqual(['Eino'])
    expect(isBlank(useForm.getState())).toBe(true)
  })
})

function rowOf(id: string) {
  return personRow.parse({
    id,
    email: null,
    role: 'user',
    firstName: 'Aino',
    lastName: '',
    organization: '',
    additionalInformation: '',
    cardId: null,
    surfaceId: '',
    kind: 'user',
    groups: [],
    rights: [],
    otherCards: [],
    mail: null,
    inviteSentAt: null,
    createdAt: '2026-11-23T00:00:00Z',
    delivery: 'saved',
  })
}
