import { type BaseWindow, BrowserWindow, type MenuItemConstructorOptions as Item } from 'electron'
import type { Command } from '../../contracts/ipc.ts'
import type { Preferences } from '../../core/preferences.ts'
import type { DemoCardKind } from './demo-card.ts'
import type { Words } from './words.ts'
import { type ZoomStep, nextZoom } from './zoom.ts'

export type MenuActions = {
  /** Carried out by the window. */
  readonly command: (name: Command) => void
  readonly tapCard: (kind: DemoCardKind) => void
  readonly about: () => void
  /** With the window that the menu was opened in. */
  readonly quit: (window: BaseWindow | undefined) => void
  readonly choose: (change: Partial<Preferences>) => void
}

export type MenuState = {
  readonly productName: string
  readonly words: Words
  readonly liked: Preferences
  readonly demo: boolean
  readonly mac: boolean
}

const separator: Item = { type: 'separator' }

export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { productName, words, demo, mac } = state
  const about: Item = { label: words.about(productName), click: actions.about }
  return [
    ...(mac ? [application(productName, about, quit(words, actions))] : []),
    file(words, mac, actions),
    edit(words),
    view(state, actions),
    ...(demo ? [demoMenu(actions)] : []),
    windowMenu(words, mac),
    { role: 'help', label: words.help, submenu: mac ? [] : [about] },
  ]
}

function application(label: string, about: Item, quitting: Item): Item {
  const hiding: Item[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }]
  const services: Item[] = [separator, { role: 'services' }, separator]
  return { label, submenu: [about, ...services, ...hiding, separator, quitting] }
}

function file(words: Words, mac: boolean, actions: MenuActions): Item {
  const said = (name: Command, label: string, accelerator: string): Item => ({
    label,
    accelerator,
    click: () => actions.command(name),
  })
  return {
    label: words.file,
    submenu: [
      said('new-person', words.newPerson, 'CmdOrCtrl+N'),
      said('discard', words.discard, 'CmdOrCtrl+Shift+D'),
      separator,
      said('sync-now', words.syncNow, 'F5'),
      separator,
      said('lock', words.lock, 'CmdOrCtrl+L'),
      ...(mac ? [] : [separator, quit(words, actions)]),
    ],
  }
}

function quit(words: Words, actions: MenuActions): Item {
  const click: Item['click'] = (_item, window) => actions.quit(window)
  return { label: words.quit, accelerator: 'CmdOrCtrl+Q', click }
}

function edit(words: Words): Item {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function view({ words, liked }: MenuState, { command, choose }: MenuActions): Item {
  const theme = (value: Preferences['theme']): Item => ({
    label: words[value],
    type: 'radio',
    checked: liked.theme === value,
    click: () => choose({ theme: value }),
  })
  const language = (value: Preferences['language'], label: string): Item => ({
    label,
    type: 'radio',
    checked: liked.language === value,
    click: () => choose({ language: value }),
  })
  return {
    label: words.view,
    submenu: [
      {
        label: words.goToEmail,
        accelerator: 'CmdOrCtrl+E',
        click: () => command('focus-email'),
      },
      separator,
      { label: words.theme, submenu: [theme('system'), theme('light'), theme('dark')] },
      {
        label: words.language,
        submenu: [
          language('system', words.system),
          language('en', 'English'),
          language('fi', 'Suomi'),
        ],
      },
      separator,
      ...zooming(words),
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  }
}

function zooming(words: Words): Item[] {
  const zoom = (step: ZoomStep, label: string, accelerator: string): Item => ({
    label,
    accelerator,
    click: (_item, window) => zoomWindow(window, step),
  })
  return [
    zoom('reset', words.actualSize, 'CmdOrCtrl+0'),
    zoom('in', words.zoomIn, 'CmdOrCtrl+Plus'),
    // The same key without Shift.
    {
      ...zoom('in', words.zoomIn, 'CmdOrCtrl+='),
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    zoom('out', words.zoomOut, 'CmdOrCtrl+-'),
  ]
}

/** A menu hands over the window it was opened in; without one there is nothing to zoom. */
function zoomWindow(window: BaseWindow | undefined, step: ZoomStep): void {
  if (!(window instanceof BrowserWindow)) return
  const { webContents } = window
  webContents.setZoomFactor(nextZoom(webContents.getZoomFactor(), step))
}

function demoMenu({ tapCard }: MenuActions): Item {
  return {
    label: '&Demo',
    submenu: [
      { label: 'Tap a card', accelerator: 'CmdOrCtrl+T', click: () => tapCard('ntag') },
      { label: 'Tap a card with a 4-byte UID', click: () => tapCard('classic') },
    ],
  }
}

function windowMenu(words: Words, mac: boolean): Item {
  if (mac) return { role: 'windowMenu' }
  return {
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'close', label: words.close },
    ],
  }
}
