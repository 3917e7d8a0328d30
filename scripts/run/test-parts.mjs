import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../setup/paths.mjs'
import { runInForeground } from './child.mjs'
import { failures } from './failures.mjs'

/**
 * Runs one part: `{ name, passed, failed, seconds, failures }`. A runner that dies has failed at
 * least once.
 */
export async function runPart(part, node, env) {
  const begun = performance.now()
  const count = part.shards ?? 1
  const shares = Array.from({ length: count }, (_, nth) => `${nth + 1}/${count}`)
  const counts = await Promise.all(shares.map((share) => runShare(part, share, node, env)))
  const seconds = Math.round((performance.now() - begun) / 1000)
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0)
  return {
    name: part.name,
    passed: sum('passed'),
    failed: sum('failed'),
    seconds,
    failures: counts.flatMap((each) => each.failures),
  }
}

async function runShare(part, share, node, env) {
  const name = part.shards ? `${part.name}-${share.split('/')[0]}` : part.name
  const file = inRoot('test-results', `${name}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const code = await runInForeground(node.executable, part.args(file, node.executable, share), {
    cwd: inRoot(),
    env: { ...env, ...part.env?.(file) },
  })
  const counts = part.report
    ? counted(part.report, file)
    : { passed: code ? 0 : 1, failed: 0, failures: [] }
  return { ...counts, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) }
}

function counted(report, file) {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'))
    return { ...readers[report](read), failures: failures[report](read, inRoot()) }
  } catch {
    return { passed: 0, failed: 0, failures: [] }
  }
}

/** Counts from a runner's JSON report. Skipped tests count as nothing, flaky ones as failed. */
export const readers = {
  vitest: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  playwright: ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }),
}

/** What failed and why, one line per part, then the line that a program reads. */
export function summary(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const lines = results.map(({ name, passed, failed, seconds }) => {
    const counts = `${passed} passed${failed ? `, ${failed} FAILED` : ''}`
    return `  ${name.padEnd(12)} ${counts}${seconds ? ` in ${seconds} s` : ''}`
  })
  const [passed, failed] = [total('passed'), total('failed')]
  const told = results.flatMap((result) => result.failures ?? []).flatMap(inLines)
  return { lines: [...told, ...lines, '', `${passed} passed, ${failed} failed`], failed }
}

function inLines({ file, name, why }) {
  return [`FAILED ${file} › ${name}`, ...why.split('\n').map((line) => `    ${line}`), '']
}
