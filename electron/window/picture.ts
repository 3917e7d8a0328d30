import { rename, writeFile } from 'node:fs/promises'
import type { WebContents } from 'electron'

/**
 * Writes what the window shows to `file` as PNG, whole or not at all. Runs one after the other; a window
 * that is gone in between leaves the last picture.
 */
export function createPictures(contents: WebContents, file: string): () => void {
  let last = Promise.resolve()
  const take = async () => {
    if (contents.isDestroyed()) return
    const picture = await contents.capturePage()
    if (picture.isEmpty()) return
    await writeFile(`${file}.new`, picture.toPNG())
    await rename(`${file}.new`, file)
  }
  return () => {
    last = last.then(take).catch(() => {})
  }
}
