import { useState } from 'react'
import { bulkLimit } from '../../../core/bulk.ts'
import type { ParkedRow } from '../../../core/pending-page.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'

type Props = { readonly rows: readonly ParkedRow[]; readonly whom: string }

/** Leaves what this person may not do to a colleague at the same computer. */
export function HandOverButton({ rows, whom }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null)

  async function give() {
    const opIds = rows.slice(0, bulkLimit).map(({ opId }) => opId)
    const answer = await app.handOvers.give({ opIds })
    setTrouble(answer.ok ? null : t.failures[answer.code](answer))
  }

  return (
    <>
      <Button aria-label={t.handOver.giveOf(whom)} onClick={() => void give()}>
        {t.handOver.give}
      </Button>
      {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
    </>
  )
}
