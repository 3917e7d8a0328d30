/** Draws resources/icons/NxN.png from icon.svg: run after changing the drawing. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runInForeground } from './run/child.mjs'
import { needsDisplay, startDisplay } from './run/display.mjs'
import { inRoot } from './setup/paths.mjs'
import { exitOnStop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

const sizes = [16, 32, 48, 64, 128, 256, 512]

process.exitCode = await exitOnStop(async () => {
  const ready = await setUp()
  const display = needsDisplay() ? await startDisplay() : null
  const folder = inRoot('.cache', 'icons')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"name":"icons","main":"main.cjs"}')
  writeFileSync(path.join(folder, 'main.cjs'), drawing())
  const env = { ...environment(ready), ...(display ? { DISPLAY: display.name } : {}) }
  const args = [folder, '--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1']
  try {
    return await runInForeground(ready.electron.executable, args, { env })
  } finally {
    await display?.stop()
    rmSync(folder, { recursive: true })
  }
})

/** A browser draws the same SVG that a browser shows; no other program is needed for it. */
function drawing() {
  const svg = readFileSync(inRoot('resources/icons/icon.svg'), 'utf8')
  return `
const { app, BrowserWindow } = require('electron')
const { writeFileSync } = require('node:fs')
const draw = ${draw.toString()}
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,')
  for (const size of ${JSON.stringify(sizes)}) {
    const call = '(' + draw + ')(' + JSON.stringify(${JSON.stringify(svg)}) + ',' + size + ')'
    const url = await window.webContents.executeJavaScript(call)
    const png = Buffer.from(url.split(',')[1], 'base64')
    writeFileSync(${JSON.stringify(inRoot('resources/icons'))} + '/' + size + 'x' + size + '.png', png)
  }
  app.exit(0)
})
`
}

async function draw(svg, size) {
  const image = new Image(size, size)
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
  canvas.getContext('2d').drawImage(image, 0, 0, size, size)
  return canvas.toDataURL('image/png')
}
