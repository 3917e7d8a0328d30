import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What a witness of the disk is told to do at the n-th call of these kinds. */
export type Strike = {
  readonly mode: 'kill' | 'fail'
  readonly calls: readonly (keyof typeof kinds)[]
  readonly nth: number
  /** To fail with; to kill: when. */
  readonly how: keyof typeof errors | keyof typeof moments
  /** And every call after it. */
  readonly everAfter: boolean
  /** Only calls on the database itself: with a journal beside it, these are the checkpoint's. */
  readonly onlyDatabase?: boolean
}

export const kinds = { write: 1, sync: 2, truncate: 4, open: 8, lock: 16 } as const
export const errors = { ENOSPC: 28, EIO: 5, EROFS: 30, EAGAIN: 11 } as const
export const moments = { before: 0, torn: 1, after: 2 } as const

/** The environment of a program whose files in `folder` are witnessed. */
export function witnessed(files: {
  readonly folder: string
  readonly control?: string
  readonly log?: string
}): NodeJS.ProcessEnv {
  return {
    LD_PRELOAD: builtWitness(),
    // Started so often, a program need not be compiled every time.
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'tapdesk-compiled'),
    WITNESS_FOLDER: files.folder,
    ...(files.control !== undefined && { WITNESS_CONTROL: files.control }),
    ...(files.log !== undefined && { WITNESS_LOG: files.log }),
  }
}

const numbers = 8

/** Writes what the witness is to do into its control file; null: nothing. */
export function command(control: string, strike: Strike | null): void {
  const words = new Int32Array(numbers)
  if (strike !== null) {
    const calls = strike.calls.reduce((all, call) => all | kinds[call], 0)
    const how = { ...errors, ...moments }[strike.how]
    words.set([strike.mode === 'kill' ? 1 : 2, calls, strike.nth, how, strike.everAfter ? 1 : 0])
    words[numbers - 1] = strike.onlyDatabase === true ? 1 : 0
  }
  const file = openSync(control, existsSync(control) ? 'r+' : 'w')
  writeSync(file, words, 0, words.byteLength, 0)
  closeSync(file)
}

/** Built once per version of its source. */
function builtWitness(): string {
  const source = path.join(import.meta.dirname, 'disk-witness.c')
  const folder = path.join(tmpdir(), 'tapdesk-disk-witness')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${Math.round(statSync(source).mtimeMs)}.so`)
  if (existsSync(file)) return file
  const unfinished = path.join(mkdtempSync(path.join(folder, 'build-')), 'witness.so')
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', unfinished, source, '-ldl'])
  renameSync(unfinished, file)
  return file
}
