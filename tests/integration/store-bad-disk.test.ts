import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../support/temporary-folder.ts'

const report = z.looseObject({
  opened: z.string(),
  accepted: z.int().optional(),
  kept: z.int().optional(),
})
const script = path.resolve(import.meta.dirname, '../support/desk-on-disk.ts')

/**
 * Runs one use of a store in a mount namespace of its own, where `mount` shapes the disk: this refuses
 * writes to everybody, root included, which file permissions do not.
 */
function onDisk(mount: string, folder: string, use: string) {
  const command = `${mount} && exec "$0" "$1" "$2" "$3"`
  const answer = execFileSync(
    'unshare',
    ['-Urm', 'sh', '-c', command, process.execPath, script, folder, use],
    { env: { ...process.env, FOLDER: folder }, encoding: 'utf8' },
  )
  return report.parse(JSON.parse(answer))
}

const noMount = 'true'
const readOnly = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"'
const small = (size: string) => `mount -t tmpfs -o size=${size} tmpfs "$FOLDER"`

const contents = (folder: string) =>
  readdirSync(folder).map((name) => [
    name,
    readFileSync(path.join(folder, name)).toString('base64'),
  ])

describe('a disk that cannot take what is sent', { timeout: 60_000 }, () => {
  it('refuses in a read-only folder before anything is accepted', () => {
    expect(onDisk(readOnly, temporaryFolder(), 'open')).toEqual({ opened: 'read-only' })
  })

  it('refuses an existing database in a read-only folder and leaves it as it is', () => {
    const folder = temporaryFolder()
    expect(onDisk(noMount, folder, 'accept-3')).toMatchObject({ accepted: 3 })
    const before = contents(folder)
    expect(onDisk(readOnly, folder, 'open')).toEqual({ opened: 'read-only' })
    expect(contents(folder)).toEqual(before)
    expect(onDisk(noMount, folder, 'count')).toEqual({ opened: 'ok', kept: 3 })
  })

  it('refuses to open on a disk without room', () => {
    expect(onDisk(small('8k'), temporaryFolder(), 'open')).toEqual({ opened: 'disk-full' })
  })

  it('keeps everything that it accepted before the disk was full, and nothing more', () => {
    const result = onDisk(small('4m'), temporaryFolder(), 'fill')
    expect(result).toMatchObject({
      opened: 'ok',
      refused: 'disk-full',
      claim: 'disk-full',
    })
    expect(result.accepted).toBeGreaterThan(10)
    expect(result.kept).toBe(result.accepted)
  })

  it('does not migrate without room for the copy of before', () => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    expect(onDisk(small('4m'), folder, 'migrate-full')).toEqual({
      opened: 'disk-full',
      unchanged: true,
      files: ['desk.db', 'filler'],
    })
  })
})
