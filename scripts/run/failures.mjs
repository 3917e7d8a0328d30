import path from 'node:path'

/** How much of a failure is told again: its cause, not the page that follows. */
const told = { lines: 6, characters: 600 }

/**
 * What failed, from a runner's JSON report: `[{ file, name, why }]`, `file` relative to `root`.
 * The summary tells it again, since a long run's log is often kept by its end only.
 */
export const failures = {
  vitest: (report, root) => report.testResults.flatMap((file) => inVitestFile(file, root)),
  playwright: (report) => report.suites.flatMap((suite) => inSuite(suite, [])),
}

function inVitestFile({ name, message, status, assertionResults }, root) {
  const file = path.relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length > 0) {
    return failed.map((test) => failure(file, test.fullName, test.failureMessages[0]))
  }
  return status === 'failed' ? [failure(file, 'the file as a whole', message)] : []
}

function inSuite({ file, specs = [], suites = [], title }, above) {
  // The outermost suite is the file itself.
  const names = title === file ? above : [...above, title]
  const own = specs
    .filter((spec) => spec.tests.some(({ status }) => ['unexpected', 'flaky'].includes(status)))
    .map((spec) => failure(file, [...names, spec.title].join(' › '), firstError(spec)))
  return [...own, ...suites.flatMap((suite) => inSuite(suite, names))]
}

function firstError({ tests }) {
  return tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message
}

function failure(file, name, message = '') {
  // Runners colour their reasons for a terminal.
  // oxlint-disable-next-line no-control-regex
  const plain = message.replaceAll(/\u001B\[[0-9;]*m/g, '').trim()
  const why = plain.split('\n').slice(0, told.lines).join('\n').slice(0, told.characters)
  return { file, name, why }
}
