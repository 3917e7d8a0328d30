import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

const fileType = 0o170000
const link = 0o120000

/**
 * Unpacks part of a zip: `placeOf(name)` says where an entry goes below `target`, null skips it.
 * Names that would leave `target` are refused by yauzl before we see them.
 */
export async function unzip(file, target, placeOf) {
  const zip = await promisify(yauzl.open)(file, { lazyEntries: true })
  const open = promisify(zip.openReadStream.bind(zip))
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      write(entry).then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  })

  async function write(entry) {
    const place = placeOf(entry.fileName)
    if (!place || entry.fileName.endsWith('/')) return
    const to = path.join(target, place)
    await mkdir(path.dirname(to), { recursive: true })
    const mode = entry.externalFileAttributes >>> 16
    const content = await open(entry)
    if ((mode & fileType) === link) await symlink(await text(content), to)
    else await pipeline(content, createWriteStream(to, { mode: mode & 0o777 || 0o644 }))
  }
}
