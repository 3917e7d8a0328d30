import { useId, useRef } from 'react'
import type { RenderedView } from '../../../core/card/card-view.ts'
import type { CutId } from '../../../core/card/cut.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'

type Props = {
  readonly cut: CutId
  readonly rows: readonly RenderedView[]
  /** Called with the text that is on the clipboard now. */
  readonly onCopied: (text: string) => void
}

/** The same bytes in all their forms, each to be copied. */
export function RenderingGroup({ cut, rows, onCopied }: Props) {
  const id = useId()
  return (
    <section className="card-group" aria-labelledby={id}>
      <h3 id={id}>{t.card.cuts[cut]}</h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} onCopied={onCopied} />
        ))}
      </ul>
    </section>
  )
}

function Row({ row, onCopied }: { readonly row: RenderedView } & Pick<Props, 'onCopied'>) {
  const shown = useRef<HTMLElement>(null)

  /** The window has no permission to the clipboard; a person's own copying needs none. */
  function copy() {
    if (shown.current === null) return
    window.getSelection()?.selectAllChildren(shown.current)
    if (document.execCommand('copy')) onCopied(row.text)
  }

  return (
    <li>
      <span>{row.form}</span>
      <code ref={shown}>{row.text}</code>
      <Button look="quiet" aria-label={t.card.copyOf(row.label)} onClick={copy}>
        {t.card.copy}
      </Button>
    </li>
  )
}
