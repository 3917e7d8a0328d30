import { BrowserWindow, app } from 'electron'

const mark = (name, more = {}) => console.log(JSON.stringify({ mark: name, ...more }))
const painted =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'

// Not awaited here: Electron is ready only after this module has run.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => mark('painted'))
  await window.loadFile('index.html')
  await window.webContents.executeJavaScript(painted)
  mark('shown', { screen: 'hello' })
})
app.on('window-all-closed', () => app.quit())
