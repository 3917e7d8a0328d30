import { rename, writeFile } from 'node:fs/promises'
import type { WebContents } from 'electron'

/** What a screen reads when it opens has arrived by then. */
const settledMs = 600

/**
 * Writes what the window shows to `file` as PNG, whole or not at all: when asked, and once more when the
 * screen has settled. One after the other; a window that is gone in between leaves the last picture.
 */
export function createPictures(contents: WebContents, file: string): () => void {
  let last = Promise.resolve()
  let settled: NodeJS.Timeout | undefined
  const take = async () => {
    if (contents.isDestroyed()) return
    const picture = await contents.capturePage()
    if (picture.isEmpty()) return
    await writeFile(`${file}.new`, picture.toPNG())
    await rename(`${file}.new`, file)
  }
  const takeNext = () => {
    last = last.then(take).catch(() => {})
  }
  return () => {
    takeNext()
    clearTimeout(settled)
    settled = setTimeout(takeNext, settledMs)
  }
}
