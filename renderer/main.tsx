import './zod-without-eval.ts'
import { createRoot } from 'react-dom/client'
import './base.css'
import { App } from './app.tsx'
import { app } from './bridge.ts'
import { pause } from './pause.ts'
import { createSessionSubscription } from './stores/subscribe-session.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createSessionSubscription({ session: app.session, pause }).start()
createRoot(root).render(<App />)
