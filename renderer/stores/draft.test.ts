import { describe, expect, it } from 'vitest'
import { draft } from '../../core/draft.ts'
import { holding, restyled, switched, typed, uidOf } from './card-field.ts'
import { draftOf, formOfDraft } from './draft.ts'
import { blankForm, withCard, withValue } from './form-state.ts'

const opId = '01936a2f-0000-7000-8000-000000000001'
const blank = blankForm(opId)

function restored(form: typeof blank) {
  return formOfDraft(draft.parse(draftOf(form)))
}

describe('a draft', () => {
  it('is not made of an empty form', () => {
    expect(draftOf(blank)).toBeNull()
  })

  it('brings everything back, valid or not, under the same op id', () => {
    const form = withValue(withValue(blank, 'email', 'aino@'), 'role', 'installer')
    expect(restored(form)).toEqual(form)
  })

  it('brings a half-typed card number back as it was', () => {
    const form = withCard(blank, typed(blank.card, '04:C4:3'))
    expect(restored(form).card.text).toBe('04:C4:3')
  })

  it('loses no zero bytes of a tapped card that is shown as a decimal', () => {
    const form = withCard(blank, switched(holding('0000C43BC21C26', blank.card), 'decimal'))
    const { card } = restored(form)
    expect(card.text).toBe(form.card.text)
    expect(uidOf(card)).toMatchObject({ value: '0000C43BC21C26' })
  })

  it('keeps the card and not its digits where the account writes it in another order', () => {
    const reversed = { order: 'reversed', base: 'hex', width: 0, separator: '' } as const
    const form = withCard(blank, restyled(holding('1C78F2BF', blank.card), reversed))
    expect(form.card.text).toBe('BFF2781C')
    expect(uidOf(restored(form).card)).toMatchObject({ value: '1C78F2BF' })
  })

  it('is not made of a correction, which would come back as a new person', () => {
    const form = withValue(
      { ...blank, correcting: { opId, recordId: opId, name: 'Aino' } },
      'firstName',
      'Aino',
    )
    expect(draftOf(form)).toBeNull()
  })
})
