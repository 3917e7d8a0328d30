import { randomBytes } from 'node:crypto'
import { app, dialog, nativeTheme, net, powerMonitor, protocol, safeStorage } from 'electron'
import { desk as deskDoor } from '../../contracts/desk.ts'
import { ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { openDoor } from '../ipc/open-door.ts'
import { passOn } from '../ipc/pass-on.ts'
import { pushTo } from '../ipc/push.ts'
import { systemAfter as after } from '../reader/reader.ts'
import { readerProcessEnv } from '../reader/reader-process.ts'
import { appScheme } from '../window/app-protocol.ts'
import { createDeskWindow } from '../window/desk-window.ts'
import { createAbout, showAbout } from './about.ts'
import { followCardText } from './card-text.ts'
import { type ChildOptions, forkChild } from './child-process.ts'
import { createDataProcess } from './data-process.ts'
import { makeDemoCard } from './demo-card.ts'
import { createDemoCloud } from './demo-cloud.ts'
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
const now = () => performance.now()

function openDesk(): void {
  const { cloud, data, reader } = settings.processes
  const log = createLog(settings.logFile)
  const fork = (child: ChildOptions) => () => forkChild(child, log)

  const demoCloud = createDemoCloud({ spawn: fork(cloud), open: settings.demoCloud, after, log })
  const host = { vault: createVault(safeStorage, process.platform), demoCloud }
  const desk = createDataProcess({ spawn: fork(data), host, now, after, log })
  const memory = createSessionMemory(settings.sessionMemory)
  const { process: dataProcess, ...asked } = desk.asking
  const parts = createSystemParts({
    ...settings,
    system: { app, dialog, nativeTheme },
    asked,
    command: (name) => push.app.command(name),
    tapCard: (kind) => readers.simulate(makeDemoCard(kind, randomBytes)),
    about: () => showAbout(app, settings),
  })
  // Behind the sign-in form nobody asks for data yet; every other first screen waits for it.
  const signInFirst = memory.view()?.state === 'signed-out'
  if (!signInFirst) desk.start()

  const window = createDeskWindow({ ...settings, tell: memory.view, log })
  const push = pushTo(ipc, window.send)

  const readers = createReaderDesk({
    spawn: fork({ ...reader, env: readerProcessEnv }),
    tell: push.reader,
    notes: asked.readers,
    wedges: asked.wedges,
    now,
    after,
  })
  const about = createAbout({ ...settings, process: dataProcess })
  openDoor(
    {
      ...asked,
      session: memory.before(asked.session),
      reader: readers.answering,
      files: createFiles({ dialog, app }),
      app: { about, shown: ({ screen }) => ok(window.shown(screen)) },
    },
    (event) => window.isOwnFrame(event.sender, event.senderFrame),
    log,
  )
  passOn(deskDoor, desk.asking, push)
  asked.session.changed(memory.follow)
  followCardText({ asked, readText: readers.readText })

  const nudges = createNudges({ powerMonitor, net, nudge: (why) => void dataProcess.nudge(why) })
  window.onFocus(() => void dataProcess.nudge('focus'))
  app.on('second-instance', window.focus)

  // The window comes first: readers are asked for while the person reads the screen.
  parts.start()
  nudges.start()
  void window.start().then(() => {
    if (signInFirst) desk.start()
    void readers.start()
  })
  quitWith([demoCloud, desk, window, nudges, readers], { app, after, log })
}
