import { BrowserWindow, app } from 'electron'

const mark = (name, more = {}) => console.log(JSON.stringify({ mark: name, ...more }))
const painted =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'

await app.whenReady()
const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
window.once('ready-to-show', () => mark('painted'))
app.on('window-all-closed', () => app.quit())
await window.loadFile('index.html')
await window.webContents.executeJavaScript(painted)
mark('shown', { screen: 'hello' })
