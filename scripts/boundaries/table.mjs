/**
 * Who may import whom. `folders` and `packages` are open to values and types, `types` to types alone;
 * `only` lists packages that one file of the folder may import.
 *
 * @typedef {{
 *   folders: string[], types?: string[], packages: string[], only?: Record<string, string[]>,
 *   never?: { text: RegExp, why: string }[],
 * }} Row
 */

const ui = ['react', 'react-dom', 'zustand', '@mantine/*', 'get-nonce', 'uuid', 'papaparse']
const impure = [
  { text: /\bDate\.now\b|\bnew Date\(\)/, why: 'the core has no clock: time is an argument' },
  { text: /\bMath\.random\b|\brandomUUID\b/, why: 'the core has no randomness: it is an argument' },
]
const windowApp = { text: /\bwindow\.app\b/, why: 'only renderer/bridge.ts touches window.app' }
const mainDoor = { text: /\bipcMain\b/, why: 'only electron/ipc registers handlers' }

/** @type {Record<string, Row>} */
export const table = {
  core: { folders: [], packages: ['zod'], never: impure },
  contracts: { folders: ['core'], packages: ['zod'] },
  'electron/main': {
    folders: [
      'core',
      'contracts',
      'electron/window',
      'electron/ipc',
      'electron/reader',
      'electron/usecases',
    ],
    packages: ['electron', 'electron-log', 'node:*'],
    never: [mainDoor],
  },
  'electron/data': {
    folders: [
      'core',
      'contracts',
      'electron/ipc',
      'electron/usecases',
      'electron/store',
      'electron/sync',
      'electron/cloud-client',
    ],
    packages: ['electron', 'electron-log', 'node:*', 'uuid', 'zod'],
    never: [mainDoor],
  },
  'electron/window': {
    folders: ['core', 'contracts'],
    packages: ['electron', 'node:*', 'zod'],
    never: [mainDoor],
  },
  'electron/preload': { folders: ['contracts'], packages: ['electron'] },
  'electron/ipc': {
    folders: ['core', 'contracts'],
    types: ['electron/usecases'],
    packages: ['electron', 'zod'],
  },
  'electron/usecases': {
    folders: ['core', 'contracts'],
    types: ['electron/store', 'electron/sync', 'electron/cloud-client', 'electron/reader'],
    packages: [],
  },
  'electron/reader': {
    folders: ['core'],
    packages: ['zod'],
    only: { 'nfc-pcsc': ['pcsc-reader.ts'] },
  },
  'electron/store': {
    folders: ['core'],
    packages: ['zod', 'node:*'],
    only: { 'better-sqlite3': ['open-database.ts'] },
  },
  'electron/sync': {
    folders: ['core', 'contracts'],
    types: ['electron/store', 'electron/cloud-client'],
    packages: ['zod'],
  },
  'electron/cloud-client': { folders: ['core', 'contracts'], packages: ['axios', 'zod'] },
  renderer: {
    folders: ['core', 'contracts'],
    packages: ui,
    only: { qrcode: ['qr-code.tsx'] },
  },
  cloud: {
    folders: ['core', 'contracts'],
    packages: [
      'node:*',
      'zod',
      'uuid',
      'fastify',
      'fastify-type-provider-zod',
      '@fastify/*',
      'kysely',
      'kysely/*',
      'better-sqlite3',
      '@node-rs/argon2',
      'nodemailer',
    ],
    only: {
      pg: ['open-postgres.ts'],
      'prom-client': ['metrics.ts'],
      'openid-client': ['provider.ts'],
      mailparser: ['delivery-report.ts'],
      'smtp-server': ['bounce-server.ts'],
      otpauth: ['totp.ts'],
    },
  },
}

/** Rules on text that hold outside the folder that owns the thing. */
export const everywhere = [{ ...windowApp, except: ['renderer/bridge.ts'] }]

export const linesPerFile = 250
