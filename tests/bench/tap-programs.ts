import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { build } from 'vite'

/** What prints `ready`, and then a line for every card: see `tap-client`. */
export type TapProgram = { readonly command: string; readonly args: string[] }

const root = path.resolve(import.meta.dirname, '../..')

/** The C program on one reader. */
export function compileRaw(scratch: string, reader: string): TapProgram {
  const program = path.join(scratch, 'raw-uid')
  const source = path.join(import.meta.dirname, 'raw-uid.c')
  execFileSync('gcc', ['-O2', '-I/usr/include/PCSC', '-o', program, source, '-lpcsclite'])
  return { command: program, args: [reader] }
}

/** Built as the app is; inside the project, so that the native packages are found. */
export async function buildTapApp(scratch: string): Promise<TapProgram> {
  const electron = process.env['ELECTRON_EXEC_PATH']
  if (electron === undefined) throw new Error('Start this with: npm run bench -- tap')
  const outDir = path.join(root, 'out/bench-tap')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron', 'nfc-pcsc'] },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rolldownOptions: {
        input: {
          main: path.join(import.meta.dirname, 'tap-main.ts'),
          process: path.join(root, 'electron/reader/process.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const profile = `--user-data-dir=${path.join(scratch, 'profile')}`
  const args = [path.join(outDir, 'main.js'), '--disable-gpu', profile, ...asRoot]
  return { command: electron, args }
}
