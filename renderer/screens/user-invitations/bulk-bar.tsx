import { bulkLimit } from '../../../core/bulk.ts'
import type { Role } from '../../../core/role.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { type AskingAction, openAction, tell } from '../../stores/pending-actions.ts'
import { usePending } from '../../stores/pending.ts'
import { clearSelection, selectOnly, useSelection } from '../../stores/selection.ts'
import { mayDo } from './may-do.ts'
import { remove } from './remove.ts'

/** What can be done to the selected ones, on all pages. Stands in the line of the search, so nothing moves. */
export function BulkBar({ by }: { readonly by: Role }) {
  const { ids, full } = useSelection()
  const may = mayDo(by, null)
  if (ids.size === 0) return null
  const targets = { ids: [...ids], row: null }
  const open = (action: AskingAction) => openAction({ action, targets })
  return (
    <fieldset className="bulk" aria-label={t.invitations.bulk}>
      <output className="bulk-count">
        {full ? t.pending.selectionFull(bulkLimit) : t.pending.selected(ids.size)}
      </output>
      <SelectAll />
      <Button
        look="quiet"
        className="bulk-clear"
        aria-label={t.pending.clearSelection}
        title={t.pending.clearSelection}
        onClick={() => {
          clearSelection()
          document.getElementById('pending-title')?.focus()
        }}
      >
        <Icon name="close" />
      </Button>
      {may.resend && <Button onClick={() => open('resend')}>{t.invitations.resend}</Button>}
      {may.grant && (
        <>
          <Button onClick={() => open('group')}>{t.invitations.addToGroup}</Button>
          <Button onClick={() => open('rights')}>{t.invitations.giveRights}</Button>
        </>
      )}
      {may.remove && (
        <Button look="danger" onClick={() => void remove(targets)}>
          {t.invitations.remove}
        </Button>
      )}
    </fieldset>
  )
}

/** Beyond this page: all that match the search, as many as one step may touch. */
function SelectAll() {
  const selected = useSelection(({ ids }) => ids.size)
  const { page, query } = usePending()
  if (page === null || page.total <= page.rows.length) return null
  const within = page.totalIsExact && page.total <= bulkLimit
  if (selected >= (within ? page.total : bulkLimit)) return null

  async function selectAll() {
    const answer = await app.invitations.ids({ search: query.search ?? '' })
    if (answer.ok) selectOnly(answer.value)
    else tell(t.failures[answer.code](answer), { bad: true })
  }

  return (
    <Button look="quiet" onClick={() => void selectAll()}>
      {within
        ? t.pending.selectAll(t.pending.count(page.total, true))
        : t.pending.selectFirst(bulkLimit)}
    </Button>
  )
}
