import { Dialog } from '../../components/dialog.tsx'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import './shortcut-sheet.css'

/** Everything that the keyboard does here. */
export default function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { title, close, keys, what } = t.shortcuts
  const control = navigator.platform.startsWith('Mac') ? keys.command : keys.control
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [what.newPerson, [control, 'N']],
    [what.email, [control, 'E']],
    [what.search, [control, 'F']],
    [what.chooseCard, ['↓']],
    [what.send, [keys.enter]],
    [what.escape, [keys.escape]],
    [what.discard, [control, keys.shift, 'D']],
    [what.sync, ['F5']],
    [what.lock, [control, 'L']],
    [what.zoom, [control, '+', '−', '0']],
    [what.rosterSkip, ['→']],
    [what.rosterBack, ['←']],
    [what.rosterAbsent, [keys.delete]],
    [what.rosterUndo, [control, 'Z']],
    [what.rosterMove, [control, keys.enter]],
    [what.help, ['?']],
  ]
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <Button look="main" type="submit">
          {close}
        </Button>
      }
    >
      <dl className="shortcuts">
        {rows.map(([name, pressed]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {pressed.map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
