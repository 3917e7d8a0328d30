import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '../../contracts/result.ts'
import type { z } from 'zod'
import type { Draft, draft } from '../../core/draft.ts'
import { beginWith } from './aside.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import { draftOf } from './draft.ts'
import { blankForm, isBlank, withValue } from './form-state.ts'
import { emptyForm, setValue, useForm } from './form.ts'
import { useLeaving } from './leaving.ts'
import { setSession } from './session.ts'

const opId = '01936a2f-0000-7000-8000-000000000001'
const id = '01936a2f-0000-4000-8000-000000000002'

function signIn(accountId = id) {
  setSession({
    state: 'signed-in',
    identity: {
      cloudUrl: 'https://cloud.example.com',
      cloudId: id,
      demo: false,
      person: { id, email: 'a@b.fi', name: 'Aino' },
      account: { id: accountId, name: 'Office', role: 'account-admin' },
    },
    accounts: [],
    token: 'keyring',
    workOffline: false,
  })
}

/** A desk that keeps drafts in memory; `sentIds` are the records that it accepted. */
function deskKeeping(
  first: Draft | null,
  sentIds: readonly string[] = [],
  aside: readonly Draft[] = [],
) {
  const kept: (z.input<typeof draft> | null)[] = []
  const keptAside: string[][] = []
  const keeper = createDraftKeeper({
    people: {
      draft: () => Promise.resolve(ok({ draft: first, aside: [...aside] })),
      keepDraft: (typed) => {
        kept.push(typed.draft)
        keptAside.push(typed.aside.map(({ firstName }) => firstName))
        return Promise.resolve(ok(undefined))
      },
      recent: () => Promise.resolve(ok(sentIds.map(rowOf))),
    },
    pause: () => Promise.resolve(),
  })
  return { keeper, kept, keptAside }
}

const rowOf = (recordId: string) => ({
  id: recordId,
  email: null,
  role: 'user' as const,
  firstName: 'Aino',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
  kind: 'user' as const,
  groups: [],
  rights: [],
  otherCards: [],
  mail: null,
  inviteSentAt: null,
  createdAt: '2026-11-23T00:00:00Z',
  delivery: 'saved' as const,
})

const settled = () => new Promise((resolve) => setImmediate(resolve))
const aino = draftOf(withValue(blankForm(opId), 'firstName', 'Aino'))
const stops: (() => void)[] = []

async function started(...desk: Parameters<typeof deskKeeping>) {
  emptyForm()
  useForm.setState({ aside: [] })
  signIn()
  const { keeper, kept, keptAside } = deskKeeping(...desk)
  keeper.start()
  stops.push(() => keeper.stop())
  await settled()
  return { keeper, kept, keptAside }
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

describe('the draft of a desk', () => {
  it('comes back after a restart, under its op id', async () => {
    await started(aino)
    expect(useForm.getState()).toMatchObject({ opId, values: { firstName: 'Aino' } })
  })

  it('does not come back once it was sent, and is forgotten', async () => {
    const { kept } = await started(aino, [opId])
    expect(isBlank(useForm.getState())).toBe(true)
    expect(kept).toEqual([null])
  })

  it('is kept when typing rests, and forgotten when the form is emptied', async () => {
    const { kept } = await started(null)
    setValue('firstName', 'E')
    setValue('firstName', 'Eino')
    await settled()
    emptyForm()
    await settled()
    expect(kept.map((draft) => draft?.firstName)).toEqual(['Eino', undefined])
  })

  it('never lands in the desk of another account', async () => {
    const { kept } = await started(null)
    setValue('firstName', 'Eino')
    signIn('01936a2f-0000-4000-8000-000000000003')
    await settled()
    emptyForm()
    expect(kept.filter((draft) => draft?.firstName === 'Eino')).toHaveLength(1)
  })

  it('is kept before the desk is left, however fast', async () => {
    const { kept } = await started(null)
    setValue('firstName', 'Eino')
    await useLeaving.getState().saveFirst()
    expect(kept.map((draft) => draft?.firstName)).toEqual(['Eino'])
  })

  it('is kept with what was set aside for another person, at once and in one piece', async () => {
    const { kept, keptAside } = await started(null)
    setValue('firstName', 'Eino')
    beginWith({ uid: '1C78F2BF', atr: '', reader: 'Reader', ndefText: null })
    await settled()
    expect(kept.at(-1)).toMatchObject({ firstName: '', cardText: '1C78F2BF' })
    expect(keptAside.at(-1)).toEqual(['Eino'])
  })

  it('brings back what was set aside and not sent meanwhile', async () => {
    const { opId: other } = blankForm('01936a2f-0000-7000-8000-000000000009')
    if (aino === null) throw new Error('there is no draft')
    await started(null, [opId], [aino, { ...aino, opId: other, firstName: 'Eino' }])
    expect(useForm.getState().aside.map(({ values }) => values.firstName)).toEqual(['Eino'])
  })
})
