import type { ElectronApplication } from 'playwright'

/** The document that a printer would get. */
export async function printed(app: ElectronApplication): Promise<Buffer> {
  const text = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
    return pdf?.toString('base64') ?? ''
  })
  return Buffer.from(text, 'base64')
}
