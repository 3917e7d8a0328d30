import { createPictures } from '../support/pictures.ts'
import { type Desk, expect } from './story.ts'

/** What the pictures are made of: a window of a given size and zoom, looked at in both schemes. */
export async function createLooks({ app, page }: Pick<Desk, 'app' | 'page'>) {
  let zoomed = false

  /** Of a zoomed window Playwright's own picture shows a part; taking it brings the last frame. */
  async function shoot(): Promise<Buffer> {
    const picture = await page.screenshot()
    return zoomed ? Buffer.from(await captured(), 'base64') : picture
  }

  const captured = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })

  const pictures = await createPictures(page, shoot)
  return {
    /** Writes the pictures and expects everybody to be able to use what they show. */
    look: async (name: string) => expect(await pictures.take(name)).toEqual([]),

    /** Of the page within the frame, in pixels at 100 %. */
    resize: (width: number, height: number) =>
      app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      ),

    zoom: async (factor: number) => {
      zoomed = factor !== 1
      await app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
        factor,
      )
    },
  }
}
