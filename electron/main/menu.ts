import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { SessionView } from '../../core/session.ts'
import type { DemoCardKind } from './demo-card.ts'
import type { Command } from '../../contracts/ipc.ts'

export type MenuActions = {
  /** Carried out by the window. */
  readonly command: (name: Command) => void
  readonly tapCard: (kind: DemoCardKind) => void
  readonly about: () => void
}

/** The application's menu; Demo is there only while the built-in cloud is used. */
export function createDeskMenu(productName: string, actions: MenuActions) {
  let shownFor: boolean | null = null
  function show(demo: boolean): void {
    if (shownFor === demo) return
    shownFor = demo
    const template = menuTemplate(productName, demo, process.platform === 'darwin', actions)
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  return {
    start: () => show(false),
    follow: (view: SessionView) => show(view.state === 'signed-in' && view.identity.demo),
  }
}

export function menuTemplate(
  productName: string,
  demo: boolean,
  mac: boolean,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const about: MenuItemConstructorOptions = { label: `About ${productName}`, click: actions.about }
  const application: MenuItemConstructorOptions = {
    label: productName,
    submenu: [
      about,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      {
        label: 'New person',
        accelerator: 'CmdOrCtrl+N',
        click: () => actions.command('new-person'),
      },
      {
        label: 'Discard changes',
        accelerator: 'CmdOrCtrl+Shift+D',
        click: () => actions.command('discard'),
      },
      { type: 'separator' },
      { label: 'Sync now', accelerator: 'F5', click: () => actions.command('sync-now') },
      ...quitItems(mac),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      {
        label: 'Go to Email',
        accelerator: 'CmdOrCtrl+E',
        click: () => actions.command('focus-email'),
      },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  }
  const demoMenu: MenuItemConstructorOptions = {
    label: '&Demo',
    submenu: [
      { label: 'Tap a card', accelerator: 'CmdOrCtrl+T', click: () => actions.tapCard('ntag') },
      { label: 'Tap a card with a 4-byte UID', click: () => actions.tapCard('classic') },
    ],
  }
  return [
    ...(mac ? [application] : []),
    file,
    { role: 'editMenu' },
    view,
    ...(demo ? [demoMenu] : []),
    { role: 'windowMenu' },
    { role: 'help', submenu: mac ? [] : [about] },
  ]
}

function quitItems(mac: boolean): MenuItemConstructorOptions[] {
  return mac ? [] : [{ type: 'separator' }, { role: 'quit', accelerator: 'CmdOrCtrl+Q' }]
}
