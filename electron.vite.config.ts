import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { faceOf } from './contracts/face.ts'
import { ipc } from './contracts/ipc.ts'
import { devPolicy, noncePlaceholder } from './electron/window/content-security-policy.ts'

const at = (file: string) => path.resolve(import.meta.dirname, file)

/** One file per process. Native packages are the only `dependencies`, and those stay outside the bundles. */
const entries = {
  index: at('electron/main/index.ts'),
  data: at('electron/data/index.ts'),
  reader: at('electron/reader/process.ts'),
  cloud: at('cloud/embedded.ts'),
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      target: 'node20.18',
      rolldownOptions: {
        input: entries,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    define: { doorFace: JSON.stringify(faceOf(ipc)) },
    build: {
      outDir: 'out/preload',
      minify: true,
      target: 'node20.18',
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload is one CommonJS file: it can neither import nor require its own parts.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    html: { cspNonce: noncePlaceholder },
    plugins: [react(), stylesInPage()],
    server: {
      host: '127.0.0.1',
      headers: { 'Content-Security-Policy': devPolicy(noncePlaceholder) },
    },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      target: 'chrome130',
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})

/** The first screen's styles come with the page: the shell waits for no second file. */
function stylesInPage(): Plugin {
  return {
    name: 'styles-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { bundle }) =>
        page.replace(
          /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/,
          (link, file: string) => {
            const asset = bundle?.[file]
            if (asset?.type !== 'asset') return link
            return `<style nonce="${noncePlaceholder}">${String(asset.source)}</style>`
          },
        ),
    },
  }
}
