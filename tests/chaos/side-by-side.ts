import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Findings, together } from './campaign.ts'
import { layers } from './layers.ts'

const findingsShape = z.object({
  runs: z.number(),
  accepted: z.number(),
  violations: z.number(),
  seed: z.number(),
  hits: z.record(z.string(), z.number()),
})

/** One process per core attacks the seeds in turn. Once a promise is broken the others are ended. */
export async function attackSideBySide(
  layer: string,
  options: { readonly seed: number; readonly only: boolean; readonly seconds: number },
): Promise<Findings> {
  const { once: single = false, alone = false } = (await layers[layer]?.()) ?? {}
  const stride = options.only || single || alone ? 1 : availableParallelism()
  const entry = fileURLToPath(new URL('./attacker.ts', import.meta.url))
  const attackers = Array.from({ length: stride }, (_, n) => {
    const given = { firstSeed: options.seed + n, stride, ...options }
    return fork(entry, [layer, JSON.stringify(given)])
  })
  const killAll = () => {
    for (const attacker of attackers) attacker.kill('SIGKILL')
  }
  process.once('exit', killAll)
  const found: Findings[] = []
  await Promise.all(
    attackers.map(async (attacker) => {
      const findings = await findingsOf(attacker)
      if (findings === null) return
      found.push(findings)
      if (findings.violations > 0) killAll()
    }),
  )
  process.off('exit', killAll)
  const ended = attackers.filter(({ exitCode }) => exitCode !== 0 && exitCode !== null)
  if (ended.length > 0 || found.length === 0) throw new Error(`${layer} could not be attacked`)
  return together(found)
}

/** null: it was ended, or it failed and said so. */
async function findingsOf(attacker: ChildProcess): Promise<Findings | null> {
  let findings: Findings | null = null
  attacker.on('message', (message) => (findings = findingsShape.parse(message)))
  await once(attacker, 'exit')
  return findings
}
