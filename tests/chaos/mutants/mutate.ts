import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import path from 'node:path'
import { controls, mutants } from './all.ts'
import { mutated } from './mutant.ts'

/** Loaded before a program (`node --import`): it then runs with the bug that MUTANT names. */
const root = path.resolve(import.meta.dirname, '../../..')
const mutant = [...mutants, ...controls].find(({ name }) => name === process.env['MUTANT'])
if (mutant === undefined) throw new Error(`no mutant ${process.env['MUTANT']}`)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const edits = mutant.edits.filter(
      ({ file }) => url === pathToFileURL(path.join(root, file)).href,
    )
    if (edits.length === 0) return loaded
    const source = readFileSync(fileURLToPath(url), 'utf8')
    return { ...loaded, source: edits.reduce(mutated, source) }
  },
})
