import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inCache, inModules, root } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

const require = createRequire(import.meta.url)

/**
 * The PC/SC binding: N-API 8, so one build serves every Node and Electron. It is required from its
 * own build folder, where the cached build is copied after every `npm ci`.
 */
export function ensureSmartcard(node) {
  const target = inModules('smartcard/build/Release/smartcard_napi.node')
  if (existsSync(target)) return
  const built = build({ name: 'smartcard', product: 'smartcard_napi.node', key: 'napi8', node })
  mkdirSync(path.dirname(target), { recursive: true })
  cpSync(built, `${target}.${process.pid}`)
  renameSync(`${target}.${process.pid}`, target)
}

/**
 * The database driver for a runtime older than N-API 10, on which the shipped binary crashes at the
 * first open. Returns the file to pass as `nativeBinding`, or null where the shipped one works.
 */
export function ensureSqlite(napi, node) {
  if (napi >= 10) return null
  return build({
    name: 'better-sqlite3',
    product: 'better_sqlite3.node',
    key: `napi${napi}`,
    node,
    args: ['--force_build=1'],
    prepare: allowOlderNodeApi,
  })
}

/** The finalizer call of N-API 10 exists in older runtimes as an experimental one. */
function allowOlderNodeApi(folder) {
  const file = path.join(folder, 'binding.gyp')
  const text = readFileSync(file, 'utf8')
  const experimental = "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"
  writeFileSync(file, text.replace("'NAPI_VERSION=10'", experimental))
}

/** Builds a copy of an installed package in the cache, once per version and key. */
function build({ name, product, key, node, args = [], prepare = () => {} }) {
  const source = inModules(name)
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))
  const id = `${name}-${version}-${key}-${process.platform}-${process.arch}`
  const result = inCache('native', id, product)
  if (existsSync(result)) return result

  say(`building ${name} ${version} from source (a minute, once)`)
  const work = inCache('native', `${id}.partial`)
  rmSync(work, { recursive: true, force: true })
  cpSync(source, work, { recursive: true, filter: (file) => !file.includes('prebuilds') })
  const addonApi = path.dirname(
    require.resolve('node-addon-api/package.json', { paths: [source, root] }),
  )
  cpSync(addonApi, path.join(work, 'node_modules', 'node-addon-api'), { recursive: true })
  prepare(work)
  nodeGyp(work, node, args, `Building ${name}`)

  mkdirSync(path.dirname(result), { recursive: true })
  renameSync(path.join(work, 'build', 'Release', product), result)
  rmSync(work, { recursive: true, force: true })
  return result
}

function nodeGyp(cwd, node, args, what) {
  const nodedir = node.headers ? [`--nodedir=${node.headers}`] : []
  const gyp = inModules('node-gyp/bin/node-gyp.js')
  const PATH = [path.dirname(node.executable), process.env.PATH].join(path.delimiter)
  const env = { ...process.env, PATH }
  run(what, node.executable, [gyp, 'rebuild', '--release', ...nodedir, ...args], { cwd, env })
}
