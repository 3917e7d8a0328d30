import { describe, expect, it } from 'vitest'
import { form } from '../messages/en/form.ts'
import { emptyCard, typed } from './card-field.ts'
import { hintSentences, hintsAbout } from './hints.ts'

const recordId = '01936a2f-0000-7000-8000-000000000001'

describe('hintsAbout', () => {
  it('asks about what is complete', () => {
    const card = typed(emptyCard, '04:c4:3b:c2')
    expect(hintsAbout({ email: ' Aino <aino@example.fi>' }, card, recordId)).toEqual({
      email: 'aino@example.fi',
      cardId: '04C43BC2',
      except: recordId,
    })
  })

  it('does not ask about half an address or half a card number', () => {
    const asked = hintsAbout({ email: 'aino@' }, typed(emptyCard, '04C'), null)
    expect(asked).toEqual({ email: null, cardId: null, except: null })
  })
})

describe('hintSentences', () => {
  it('names the person and, where it is another one, the account', () => {
    const elsewhere = { kind: 'elsewhere', name: 'Aino', account: 'Harbour' } as const
    const card = { recordId, name: 'Eino' }
    expect(hintSentences({ email: elsewhere, card }, form.hints)).toEqual({
      email: 'Aino is a user in Harbour.',
      card: 'This card is held by Eino.',
    })
  })
})
