import './zod-without-eval.ts'
import { createRoot } from 'react-dom/client'
import './base.css'
import { App, type DeskModule, loadDesk } from './app.tsx'
import { dress, nameLanguage } from './appearance.ts'
import { app } from './bridge.ts'
import { pause } from './pause.ts'
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
createSessionSubscription({ session: app.session, first, pause }).start()
const mount = (desk: DeskModule | null) => createRoot(root).render(<App desk={desk} />)
// The static shell stands until then: a first render without the desk would look the same.
if (first?.state === 'signed-in') void loadDesk().then(mount)
else mount(null)
