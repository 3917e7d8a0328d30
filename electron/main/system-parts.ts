import type { App, Dialog, NativeTheme } from 'electron'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { createFarewell } from './farewell.ts'
import { createLiking } from './liking.ts'
import { createDeskMenu } from './menu.ts'
import type { MenuActions } from './menu-template.ts'
import { type Words, wordsFor } from './words.ts'

export type SystemPartsDeps = Pick<MenuActions, 'command' | 'tapCard' | 'about'> & {
  readonly system: {
    readonly app: App
    readonly dialog: Dialog
    readonly nativeTheme: NativeTheme
  }
  readonly asked: Pick<Asking<Ipc>, 'preferences' | 'session' | 'sync'>
  readonly productName: string
  readonly preferencesFile: string
}

/** What the system draws for us: menus, questions and its own colours. To be made before the window. */
export function createSystemParts(deps: SystemPartsDeps): {
  readonly words: () => Words
  readonly start: () => void
} {
  const { asked, productName, command, tapCard, about } = deps
  const { app, dialog, nativeTheme } = deps.system
  const file = deps.preferencesFile
  const liking = createLiking({ asked: asked.preferences, file, nativeTheme })
  const words = () => wordsFor(liking.now().language, app.getLocale())
  const { quit } = createFarewell({ app, dialog, sync: asked.sync, productName, words })
  const actions = { command, tapCard, about, quit }
  const menu = createDeskMenu({ productName, words, liking }, actions)
  asked.session.changed((view) => menu.follow(view))
  return { words, start: () => menu.start() }
}
