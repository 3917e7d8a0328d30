import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type Result, fail, ok } from '../../contracts/result.ts'

/** Lies beside a backup as `FILE.json`. */
const receipt = z.object({
  tapdesk: z.literal('cloud-backup'),
  database: z.enum(['sqlite', 'postgres']),
  /** Nothing that was committed before this is missing. */
  at: z.iso.datetime(),
  bytes: z.int(),
  sha256: z.string(),
})
export type Receipt = z.infer<typeof receipt>

const besides = (file: string) => `${file}.json`

/** Puts a finished copy in its place, on disk before it has its name, and its receipt last. */
export async function seal(
  part: string,
  file: string,
  facts: Pick<Receipt, 'database' | 'at'>,
): Promise<Receipt> {
  const copy = await open(part, 'r+')
  await copy.sync()
  const { size: bytes } = await copy.stat()
  await copy.close()
  const sealed: Receipt = { tapdesk: 'cloud-backup', ...facts, bytes, sha256: await checksum(part) }
  await rename(part, file)
  await writeFile(besides(file), `${JSON.stringify(sealed)}\n`, { flush: true })
  return sealed
}

export type ReceiptRefusal = 'backup-missing' | 'receipt-missing' | 'backup-changed'

/** The receipt of a backup that is as it was made. */
export async function readReceipt(file: string): Promise<Result<Receipt, ReceiptRefusal>> {
  const text = await readFile(besides(file), 'utf8').catch(() => null)
  if (text === null) return fail('receipt-missing')
  const read = receipt.safeParse(parsed(text))
  if (!read.success) return fail('receipt-missing')
  const sum = await checksum(file).catch(() => null)
  if (sum === null) return fail('backup-missing')
  return sum === read.data.sha256 ? ok(read.data) : fail('backup-changed')
}

async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
