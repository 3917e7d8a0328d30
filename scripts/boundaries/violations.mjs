import { posix } from 'node:path'
import { parseSync } from 'vite'
import { everywhere, linesPerFile, table } from './table.mjs'

/** @typedef {{ file: string, line: number, message: string }} Violation */

/**
 * What one source file does against the table.
 *
 * @param {string} file path from the project's root, with forward slashes
 * @param {string} text
 * @returns {Violation[]}
 */
export function violationsOf(file, text) {
  return [...tooLong(file, text), ...badText(file, text), ...badImports(file, text)]
}

function tooLong(file, text) {
  const lines = text.split('\n').length - 1
  return lines > linesPerFile
    ? [
        {
          file,
          line: lines,
          message: `has ${lines} lines, ${linesPerFile} are allowed: tell it in parts`,
        },
      ]
    : []
}

function badText(file, text) {
  const owner = folderOf(file)
  if (owner === null || isTest(file)) return []
  const rules = [
    ...(table[owner].never ?? []),
    ...everywhere.filter((rule) => !rule.except.includes(file)),
  ]
  return rules.flatMap(({ text: pattern, why }) =>
    text
      .split('\n')
      .flatMap((content, index) =>
        pattern.test(content) && !/^\s*(\*|\/\/|\/\*)/.test(content)
          ? [{ file, line: index + 1, message: why }]
          : [],
      ),
  )
}

function badImports(file, text) {
  const owner = folderOf(file)
  if (owner === null || isTest(file)) return []
  return importsOf(file, text).flatMap(({ specifier, typeOnly, line }) => {
    const refusal = refusalOf(owner, file, specifier, typeOnly)
    return refusal === null ? [] : [{ file, line, message: refusal }]
  })
}

function refusalOf(owner, file, specifier, typeOnly) {
  const row = table[owner]
  if (!specifier.startsWith('.')) return packageRefusal(row, owner, file, specifier)
  const target = posix.join(posix.dirname(file), specifier)
  const home = folderOf(target)
  if (home === owner || (home === null && /\.(css|svg|json)$/.test(target))) return null
  if (home !== null && row.folders.includes(home)) return null
  if (home !== null && (row.types ?? []).includes(home)) {
    return typeOnly ? null : `${owner} may import only types of ${home}`
  }
  return `${owner} may not import ${home ?? target}`
}

function packageRefusal(row, owner, file, specifier) {
  const name = specifier.replace(/\?.*$/, '')
  const bare = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]
  const files = row.only?.[bare]
  if (files !== undefined) {
    return files.includes(posix.basename(file))
      ? null
      : `only ${files.join(', ')} may import ${bare}`
  }
  const allowed = row.packages.some((pattern) =>
    pattern.endsWith('*')
      ? name.startsWith(pattern.slice(0, -1))
      : pattern === name || pattern === bare,
  )
  return allowed ? null : `${owner} may not import ${bare}`
}

/** The folder of the table that a path belongs to, or null for what the table does not speak of. */
function folderOf(path) {
  return Object.keys(table).find((folder) => path.startsWith(`${folder}/`)) ?? null
}

function isTest(file) {
  return /\.test\.tsx?$/.test(file)
}

function importsOf(file, text) {
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)
  const lineAt = (offset) => text.slice(0, offset).split('\n').length
  const fixed = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    line: lineAt(start),
  }))
  const passedOn = module.staticExports.flatMap(({ start, entries }) =>
    entries
      .filter((entry) => entry.moduleRequest !== null)
      .map((entry) => ({
        specifier: entry.moduleRequest.value,
        typeOnly: entry.isType,
        line: lineAt(start),
      })),
  )
  const lazy = module.dynamicImports.flatMap(({ start, moduleRequest }) => {
    const literal = /^['"]([^'"]+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    return literal === null ? [] : [{ specifier: literal[1], typeOnly: false, line: lineAt(start) }]
  })
  return [...fixed, ...passedOn, ...lazy]
}
