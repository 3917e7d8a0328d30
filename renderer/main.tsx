import './zod-without-eval.ts'
import { createRoot } from 'react-dom/client'
import './base.css'
import { App, type Loaded, loadDesk, loadLocked } from './app.tsx'
import { dress, nameLanguage } from './appearance.ts'
import { app } from './bridge.ts'
import { pause } from './pause.ts'
import { screenBefore } from './stores/locking.ts'
import { sessionInPage } from './stores/session-in-page.ts'
import { createPreferencesSubscription } from './stores/subscribe-preferences.ts'
import { createSessionSubscription } from './stores/subscribe-session.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

nameLanguage()
void createPreferencesSubscription({
  preferences: app.preferences,
  pause,
  carryOut: dress,
}).start()
const first = sessionInPage(document)
createSessionSubscription({ session: app.session, first, screenBefore, pause }).start()
const mount = (loaded: Loaded) => createRoot(root).render(<App first={loaded} />)
// The static shell stands until then: a first render without them would look the same.
if (first?.state === 'signed-in') void loadDesk().then((desk) => mount({ desk }))
else if (first?.state === 'locked') void loadLocked().then((locked) => mount({ locked }))
else mount({})
