import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Gives the stand-in what an official Electron has built in: `electron FOLDER` starts that app. */
export async function writeDefaultApp(folder) {
  await mkdir(folder, { recursive: true })
  const description = { name: 'electron', type: 'module', main: 'main.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(description))
  await writeFile(path.join(folder, 'main.js'), main)
}

/**
 * Top-level await, because `ready` must not fire before the started app has registered its schemes.
 * `-r FILE` is how Playwright loads its own part into an Electron it started itself.
 */
const main = `import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const given = process.argv.slice(1)
let start
for (let i = 0; i < given.length; i++) {
  if (given[i] === '-r' || given[i] === '--require') require(path.resolve(given[++i]))
  else if (!given[i].startsWith('-')) {
    start = path.resolve(given[i])
    break
  }
}
if (!start) {
  process.stdout.write('Electron ' + process.versions.electron + '\\n')
  app.exit(0)
} else {
  let file = start
  if (statSync(start).isDirectory()) {
    const description = JSON.parse(readFileSync(path.join(start, 'package.json'), 'utf8'))
    app.setAppPath(start)
    app.name = description.productName ?? description.name ?? app.name
    if (description.version) app.setVersion(description.version)
    file = path.join(start, description.main ?? 'index.js')
  } else app.setAppPath(path.dirname(start))
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    process.stderr.write((error?.stack ?? String(error)) + '\\n')
    app.exit(1)
  }
}
`
