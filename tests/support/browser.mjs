/* The browser of somebody who was invited: a window and nothing else. Runs as the main script of Electron. */
import { BrowserWindow, app } from 'electron'

void app
  .whenReady()
  .then(() => new BrowserWindow({ width: 720, height: 900 }).loadURL('about:blank'))
