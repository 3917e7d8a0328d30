import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { NativeTheme } from 'electron'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type Preferences, defaultPreferences, keptPreferences } from '../../core/preferences.ts'

export type Liking = {
  readonly now: () => Preferences
  /** Tells about every change, also one that was refused: then it is as before. */
  readonly onChange: (listener: () => void) => void
  readonly choose: (change: Partial<Preferences>) => Promise<void>
}

/**
 * How this computer's person likes it, for menus and the system's own parts. The data process keeps the
 * preferences; main remembers them, so that the first frame has the right colours. A file that cannot be
 * read or written costs a flash, nothing else.
 */
export function createLiking(deps: {
  readonly asked: Asking<Ipc>['preferences']
  readonly file: string
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>
}): Liking {
  const { asked, file, nativeTheme } = deps
  const listeners: (() => void)[] = []
  let liked = remembered(file)
  nativeTheme.themeSource = liked.theme

  const tell = () => listeners.forEach((listener) => listener())
  asked.changed((next) => {
    if (JSON.stringify(next) === JSON.stringify(liked)) return
    liked = next
    if (nativeTheme.themeSource !== next.theme) nativeTheme.themeSource = next.theme
    remember(file, next)
    tell()
  })

  return {
    now: () => liked,
    onChange: (listener) => void listeners.push(listener),
    async choose(change) {
      const current = await asked.get()
      const set = current.ok ? await asked.set({ ...current.value, ...change }) : current
      if (!set.ok) tell()
    },
  }
}

function remembered(file: string): Preferences {
  try {
    const parsed = keptPreferences.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : defaultPreferences
  } catch {
    return defaultPreferences
  }
}

function remember(file: string, liked: Preferences): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(liked), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}
