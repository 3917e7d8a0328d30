import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filled, measureAccept } from './accept-rows.ts'
import { conclude, figure, percentile } from './figures.ts'
import { seedProfile } from './seed-desk.ts'
import { measureSend } from './send-painted.ts'

/** The store's part of Send, then the whole of it: from the press to the sentence in the window of the built app. */
const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-send-'))

async function main() {
  const times = measureAccept(scratch)
  const profile = path.join(scratch, 'profile')
  filled(seedProfile(profile)).close()
  const { saved, bare } = await measureSend(profile)
  const [p50, p95] = [0.5, 0.95]
  conclude([
    figure('send', percentile(times.store, p50), 'ms', percentile(times.rows, p50), { must: 2 }),
    figure('send.saved-painted', percentile(saved, p95), 'ms', percentile(bare, p95), { most: 50 }),
  ])
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}
