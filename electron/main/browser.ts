import type { Answering } from '../../contracts/door.ts'
import type { Host } from '../../contracts/host.ts'
import { fail, ok } from '../../contracts/result.ts'
import { mayOpenToSignIn } from '../window/open-external.ts'

export type BrowserDeps = {
  /** Electron's `shell`. */
  readonly shell: { openExternal(url: string): Promise<void> }
  /** Brings our window back before the browser's. */
  readonly focus: () => void
}

/** The system's browser, for signing in. Where it goes comes from a cloud, which is not trusted with more. */
export function createBrowser({ shell, focus }: BrowserDeps): Answering<Host>['browser'] {
  return {
    async open({ url }) {
      if (!mayOpenToSignIn(url)) return fail('not-opened')
      try {
        await shell.openExternal(new URL(url).href)
        return ok()
      } catch {
        return fail('not-opened')
      }
    },
    back: () => ok(focus()),
  }
}
