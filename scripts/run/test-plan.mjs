import { existsSync } from 'node:fs'
import { inModules, inRoot } from '../setup/paths.mjs'

const inNamespace = inRoot('scripts/in-reader-namespace.mjs')
const vitest = inModules('vitest/vitest.mjs')
const playwright = inModules('playwright/cli.js')
const always = () => true

/**
 * The parts of `npm test` in order. `args` go to node; `report` names the counts to read afterwards
 * (null: the exit code is the one result). `file` is where the runner writes its report. A part with
 * `shards` runs so many times at once, each with its share (`1/2`).
 */
export const parts = [
  check('format', inModules('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  check('lint', inModules('oxlint/bin/oxlint'), '--type-aware', '--max-warnings', '0'),
  check('types', inRoot('scripts/types.mjs')),
  check('boundaries', inRoot('scripts/boundaries.mjs')),
  {
    name: 'unit',
    exists: always,
    report: 'vitest',
    // Some wait for programs of their own: three files at once use two cores.
    args: (file) => [vitest, ...vitestArguments('unit', file), '--maxWorkers=3'],
  },
  {
    name: 'postgres',
    exists: always,
    report: 'vitest',
    // These wait for a server of their own most of the time: three at once use two cores.
    args: (file) => [vitest, ...vitestArguments('postgres', file), '--maxWorkers=3'],
  },
  {
    name: 'pcsc',
    exists: always,
    report: 'vitest',
    args: (file, node) => [inNamespace, node, vitest, ...vitestArguments('pcsc', file)],
  },
  {
    name: 'e2e',
    exists: () => existsSync(inRoot('tests/e2e/playwright.config.ts')),
    report: 'playwright',
    // They wait for windows most of the time. Each share has readers, network and display to itself.
    shards: 3,
    env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    args: (file, node, shard) => [
      inNamespace,
      node,
      playwright,
      ...playwrightArguments(file, shard),
    ],
  },
]

function check(name, ...args) {
  return { name, exists: () => existsSync(args[0]), report: null, args: () => args }
}

function vitestArguments(project, file) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return ['run', '--project', project, ...reporters]
}

/** What one share leaves behind must not be where another one tidies up. */
function playwrightArguments(file, shard) {
  const output = file.replace(/\.json$/, '')
  return ['test', '-c', 'tests/e2e', '--reporter=list,json', `--shard=${shard}`, '--output', output]
}
