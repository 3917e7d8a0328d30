/**
 * `npm test`: everything, in order, from whatever state the clone is in. `-- NAME…` runs only those
 * parts. The last line is `N passed, N failed`.
 */
import { buildApp } from './run/build.mjs'
import { runPart, summary } from './run/test-parts.mjs'
import { exitOnStop, Stop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'
import { parts } from './run/test-plan.mjs'

process.exitCode = await exitOnStop(test)

async function test() {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !parts.some((part) => part.name === name))
  if (unknown) {
    const known = parts.map((part) => part.name).join(', ')
    throw new Stop(`There is no part "${unknown}". There are: ${known}.`)
  }
  const ready = await setUp({ purpose: 'test' })
  const env = environment(ready)
  const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part.name))
  const results = [await build(ready, env)]
  for (const part of chosen.filter((each) => each.exists())) {
    process.stdout.write(`\n── ${part.name}\n`)
    results.push(await runPart(part, ready.node, env))
  }
  const { lines, failed } = summary(results)
  process.stdout.write(`\n${lines.join('\n')}\n`)
  return failed === 0 ? 0 : 1
}

/** A build that fails is one failure; what needs no build is still tested. */
async function build({ node }, env) {
  try {
    await buildApp(node, env)
    return { name: 'build', passed: 1, failed: 0 }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stdout.write(`${error.message}\n`)
    return { name: 'build', passed: 0, failed: 1 }
  }
}
