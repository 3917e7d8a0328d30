import { Menu } from 'electron'
import type { SessionView } from '../../core/session.ts'
import type { Liking } from './liking.ts'
import { type MenuActions, menuTemplate } from './menu-template.ts'
import type { Words } from './words.ts'

/** The application's menu; Demo is there only while the built-in cloud is used. */
export function createDeskMenu(
  deps: { readonly productName: string; readonly words: () => Words; readonly liking: Liking },
  actions: Omit<MenuActions, 'choose'>,
) {
  const { productName, words, liking } = deps
  const mac = process.platform === 'darwin'
  const choose: MenuActions['choose'] = (change) => void liking.choose(change)
  let demo = false
  let started = false

  function show(): void {
    if (!started) return
    const template = menuTemplate(
      { productName, words: words(), liked: liking.now(), demo, mac },
      { ...actions, choose },
    )
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  liking.onChange(show)

  return {
    start() {
      started = true
      show()
    },
    follow(view: SessionView) {
      const wanted = view.state === 'signed-in' && view.identity.demo
      if (wanted === demo) return
      demo = wanted
      show()
    },
  }
}
