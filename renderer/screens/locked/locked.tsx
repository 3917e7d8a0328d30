import { useEffect, useState } from 'react'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Icon } from '../../components/icons.tsx'
import { createKeyboardListener } from '../../keyboard-reader/listen.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { setSession, useSession } from '../../stores/session.ts'
import { useSync } from '../../stores/sync.ts'
import { untilAnswered } from '../../stores/until-answered.ts'
import { syncWords } from '../desk/sync-words.ts'
import { useShown } from '../use-shown.ts'
import '../../components/gate.css'
import './locked.css'
import { UnlockForm } from './unlock-form.tsx'

/** Whose desk this is, how many wait, how many cards were laid: nothing else is known here. */
export default function Locked() {
  const session = useSession()
  const unsent = useSync((status) => status.waiting + status.attention)
  const [leaving, setLeaving] = useState(false)
  useShown('locked')
  useEffect(goOn, [])
  if (session.state !== 'locked') return null

  async function signOut() {
    setLeaving(false)
    const answer = await app.session.signOut()
    if (answer.ok) setSession(answer.value)
  }

  return (
    <main className="gate">
      <div className="gate-box locked">
        <UnlockForm name={session.name} demo={session.demo} />
        <SyncLine />
        <output className="locked-taps">
          {session.taps > 0 && (
            <>
              <Icon name="reader" />
              {t.lock.taps(session.taps)}
            </>
          )}
        </output>
        <Button look="quiet" onClick={() => setLeaving(true)}>
          {t.lock.signOut}
        </Button>
      </div>
      {leaving && (
        <ConfirmDialog
          title={t.desk.signOutTitle}
          text={unsent > 0 ? t.lock.signOutUnsent(unsent) : t.lock.signOutSure}
          yes={t.lock.signOut}
          no={t.lock.stay}
          onYes={() => void signOut()}
          onNo={() => setLeaving(false)}
        />
      )}
    </main>
  )
}

function SyncLine() {
  const { icon, text, tone } = syncWords(useSync(), t.sync)
  return (
    <section className="locked-sync" aria-label={t.sync.region} data-tone={tone}>
      <Icon name={icon} />
      {text}
    </section>
  )
}

/** The queue's numbers, and cards from readers that type; how one writes is not asked here. */
function goOn() {
  const keyboard = createKeyboardListener({
    onTyped: ({ typed, byPosition }) => void app.reader.typed({ typed, byPosition }),
  })
  keyboard.start()
  const stop = app.sync.changed((status) => useSync.setState(status, true))
  void untilAnswered(app.sync.status, pause).then((answer) => {
    if (answer.ok) useSync.setState(answer.value, true)
  })
  return () => {
    keyboard.stop()
    stop()
  }
}
