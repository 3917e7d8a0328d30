import { beforeEach, describe, expect, it } from 'vitest'
import type { DoorCode } from '../../contracts/door.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { type PersonRow, personRow } from '../../core/pending-page.ts'
import { typed } from './card-field.ts'
import {
  changeEditedCard,
  changeOf,
  isChanged,
  openEdit,
  setEdited,
  tapEdited,
  useEdit,
} from './edit.ts'
import { createEditor } from './editor.ts'

const id = '01936a2f-0000-7000-8000-000000000001'
const aino: PersonRow = personRow.parse({
  id,
  email: null,
  role: 'user',
  firstName: 'Aino',
  lastName: 'Virtanen',
  organization: '',
  additionalInformation: '',
  cardId: '04C43BC21C2680',
  surfaceId: '',
  kind: 'user',
  groups: [],
  rights: [],
  otherCards: [],
  mail: null,
  inviteSentAt: null,
  createdAt: '2026-11-23T00:00:00Z',
  delivery: 'sent',
})

type Answer = Result<{ recordId: string }, DoorCode | 'gone'>

function editorAnswering(...answers: Answer[]) {
  const asked: { opId: string; recordId: string; set: object }[] = []
  const save = createEditor({
    people: {
      update: (update) => {
        asked.push(update)
        return Promise.resolve(answers.shift() ?? fail('unavailable' as const))
      },
    },
    pause: () => Promise.resolve(),
    now: () => 1_000,
  })
  return { save, asked }
}

beforeEach(() => openEdit(aino))

describe('saving a user', () => {
  it('sends only what was changed', async () => {
    const { save, asked } = editorAnswering(ok({ recordId: id }))
    setEdited('organization', '  Harbour ')
    await save()
    expect(asked).toMatchObject([{ recordId: id, set: { organization: 'Harbour' } }])
    expect(useEdit.getState()).toEqual({ edit: null, saved: 'Aino Virtanen' })
  })

  it('asks nobody when nothing was changed', async () => {
    const { save, asked } = editorAnswering()
    await save()
    expect(asked).toEqual([])
    expect(useEdit.getState().edit).toBeNull()
  })

  it('puts a tapped card in the place of the old one', async () => {
    const { save, asked } = editorAnswering(ok({ recordId: id }))
    tapEdited({ uid: '1C78F2BF', atr: '', reader: 'Reader', ndefText: null })
    await save()
    expect(asked).toMatchObject([{ set: { cardId: '1C78F2BF' } }])
  })

  it('keeps what was typed when it is refused, and says why', async () => {
    const { save } = editorAnswering(fail('gone'))
    setEdited('lastName', 'Korhonen')
    await save()
    expect(useEdit.getState().edit?.form).toMatchObject({
      sending: false,
      values: { lastName: 'Korhonen' },
      refusal: { kind: 'failure', failure: { code: 'gone' } },
    })
  })
})

describe('isChanged', () => {
  it('asks nobody about spaces, and about a number that cannot be read', () => {
    setEdited('lastName', ' Virtanen ')
    expect(changed()).toBe(false)
    changeEditedCard((card) => typed(card, '04C'))
    expect(changed()).toBe(true)
  })
})

function changed() {
  const { edit } = useEdit.getState()
  return edit !== null && isChanged(edit)
}

describe('changeOf', () => {
  it('takes a card away by null', () => {
    const { id: _id, kind: _kind, ...row } = aino
    expect(changeOf(aino, { ...row, cardId: null })).toEqual({ cardId: null })
  })
})
