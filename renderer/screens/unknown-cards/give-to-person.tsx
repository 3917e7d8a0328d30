import { useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { cardText } from '../../../core/card-profile.ts'
import type { PendingQuery, PersonRow } from '../../../core/pending-page.ts'
import { type Role, mayChangeRole } from '../../../core/role.ts'
import type { LooseCard } from '../../../core/scan/scan.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FoundChoice } from '../../components/found-choice.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { nameOfRow } from '../../stores/edit.ts'
import { closeGiving } from '../../stores/unknown-cards.ts'
import { useAnswer } from '../use-answer.ts'
import { giver } from './giver.ts'
import { newUserWith } from './new-user-with.ts'

const nameOf = (row: PersonRow) => nameOfRow(row) || t.unknown.unnamed

/** Somebody who is there gets the card, in place of the one that they have; or somebody new. */
export function GiveToPerson({ card, by }: { readonly card: LooseCard; readonly by: Role }) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const { cardId: style } = useCardProfile()
  const people = usePeople(search)?.filter(({ role }) => mayChangeRole(by, role))
  const person = people?.find(({ id }) => id === chosen)
  const number = t.unknown.named(cardText(style, card.uid), card.label)

  async function give(row: PersonRow) {
    setSending(true)
    const refused = await giver.give(card, row, nameOf(row))
    setSending(false)
    setFailure(refused)
    if (refused === null) closeGiving()
  }

  const save = person?.cardId == null ? t.unknown.saveGive : t.unknown.saveReplace
  return (
    <Dialog
      title={t.unknown.giveTitle(number)}
      about={t.unknown.giveAbout}
      onClose={closeGiving}
      returnTo="unknown-title"
      onSubmit={() => {
        if (person !== undefined && !sending) void give(person)
      }}
      foot={
        <>
          <Button onClick={() => newUserWith(card)}>{t.unknown.newUser}</Button>
          <Button onClick={closeGiving}>{t.unknown.cancel}</Button>
          <Button look="main" type="submit" disabled={person === undefined} aria-busy={sending}>
            {sending ? t.unknown.saving : save}
          </Button>
        </>
      }
    >
      <FoundChoice
        label={t.unknown.people}
        searchLabel={t.unknown.searchPeople}
        search={search}
        onSearch={setSearch}
        choices={(people ?? []).map((row) => ({
          id: row.id,
          name: nameOf(row),
          more: [
            row.organization,
            row.kind === 'invitation' ? t.unknown.pending : (row.email ?? ''),
          ]
            .filter((each) => each !== '')
            .join(' · '),
        }))}
        chosen={person?.id ?? null}
        onChoose={setChosen}
        none={people === undefined ? t.unknown.loading : t.unknown.nobodyFound}
      />
      <div className="give-note">
        {person?.cardId != null && (
          <Notice kind="wait" icon="attention">
            {t.unknown.hasCard(nameOf(person), cardText(style, person.cardId))}
          </Notice>
        )}
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      </div>
    </Dialog>
  )
}

/** Users first, then those who are invited. */
function usePeople(search: string): readonly PersonRow[] | undefined {
  const query: PendingQuery = {
    sort: 'name',
    descending: false,
    limit: 20,
    direction: 'forward',
    search,
    at: null,
  }
  const users = useAnswer(search, () => app.people.users(query))
  const invited = useAnswer(search, () => app.people.pending(query))
  return users === null || invited === null ? undefined : [...users.rows, ...invited.rows]
}
