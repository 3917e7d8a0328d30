import { randomBytes } from 'node:crypto'
import { app, dialog, nativeTheme, net, powerMonitor, protocol, safeStorage, shell } from 'electron'
import { desk as deskDoor } from '../../contracts/desk.ts'
import { openDoor } from '../ipc/open-door.ts'
import { passOn } from '../ipc/pass-on.ts'
import { systemAfter as after } from '../reader/reader.ts'
import { readerProcessEnv } from '../reader/reader-process.ts'
import { appScheme } from '../window/app-protocol.ts'
import { createDeskWindow } from '../window/desk-window.ts'
import { createAbout, showAbout } from './about.ts'
import { createBrowser } from './browser.ts'
import { followCardText } from './card-text.ts'
import { type ChildOptions, forkChild } from './child-process.ts'
import { createDataProcess } from './data-process.ts'
import { makeDemoCard } from './demo-card.ts'
import { createDemoCloud } from './demo-cloud.ts'
import { createLockParts } from './lock-parts.ts'
import { createLog } from './log.ts'
import { createNudges } from './nudges.ts'
import { mayStart } from './only-one.ts'
import { quitWith } from './quit.ts'
import { createReaderDesk } from './reader-desk.ts'
import { createFiles } from './save-file.ts'
import { createSessionMemory } from './session-memory.ts'
import { applySettings, readSettings } from './settings.ts'
import { createSystemParts } from './system-parts.ts'
import { createVault } from './vault.ts'

const settings = readSettings(app, process.env, import.meta.dirname)
applySettings(app, settings)
protocol.registerSchemesAsPrivileged([appScheme])

if (mayStart(settings.userDataDir, () => app.requestSingleInstanceLock())) {
  void app.whenReady().then(openDesk)
} else app.quit()
const clock = { now: () => performance.now(), after }

function openDesk(): void {
  const { cloud, data, reader } = settings.processes
  const log = createLog(settings.logFile)
  const fork = (child: ChildOptions) => () => forkChild(child, log)

  const demoCloud = createDemoCloud({ spawn: fork(cloud), open: settings.demoCloud, after, log })
  const browser = createBrowser({ shell, focus: () => window.focus() })
  const host = { vault: createVault(safeStorage, process.platform), browser, demoCloud }
  const desk = createDataProcess({ spawn: fork(data), host, ...clock, log })
  const memory = createSessionMemory(settings.sessionMemory)
  const { process: dataProcess, ...asked } = desk.asking
  const parts = createSystemParts({
    ...settings,
    system: { app, dialog, nativeTheme },
    asked,
    command: (name) => lock.push.app.command(name),
    tapCard: (kind) => readers.simulate(makeDemoCard(kind, randomBytes)),
    about: () => showAbout(app, settings),
  })
  // Behind the sign-in form nobody asks for data yet; every other first screen waits for it.
  const signInFirst = memory.view()?.state === 'signed-out'
  if (!signInFirst) desk.start()

  const window = createDeskWindow({ ...settings, tell: memory.view, log })
  const lock = createLockParts({ ...parts, ...clock, desk: desk.asking, memory, window })

  const readers = createReaderDesk({
    spawn: fork({ ...reader, env: readerProcessEnv }),
    tell: lock.tellReader,
    notes: asked.readers,
    wedges: asked.wedges,
    ...clock,
  })
  const about = createAbout({ ...settings, process: dataProcess })
  openDoor(
    {
      ...asked,
      session: memory.before(asked.session),
      lock: lock.answering,
      reader: readers.answering,
      files: createFiles({ dialog, app }),
      app: { about, shown: lock.shown },
    },
    lock.guards,
    log,
  )
  passOn(deskDoor, desk.asking, lock.push)
  followCardText({ asked, readText: readers.readText })

  const nudges = createNudges({ powerMonitor, net, nudge: (why) => void dataProcess.nudge(why) })
  window.onFocus(() => void dataProcess.nudge('focus'))
  app.on('second-instance', window.focus)

  // The window comes first: readers are asked for while the person reads the screen.
  parts.start()
  nudges.start()
  lock.start()
  void window.start().then(() => {
    if (signInFirst) desk.start()
    void readers.start()
  })
  quitWith([demoCloud, desk, window, lock, nudges, readers], { app, after, log })
}
