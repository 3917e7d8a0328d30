/** Tells on paper what is done and what is seen; what is not seen ends the story. */
export type Narrator = {
  chapter: (title: string) => void
  /** Something that somebody does. */
  does: <T>(what: string, act: () => Promise<T> | T) => Promise<T>
  /** Something that has to be seen; `look` throws when it is not. */
  sees: (what: string, look: () => Promise<unknown> | void) => Promise<void>
}

export function createNarrator(print: (line: string) => void): Narrator {
  let chapters = 0
  async function told<T>(mark: string, what: string, work: () => Promise<T> | T): Promise<T> {
    try {
      const value = await work()
      print(`   ${mark} ${what}`)
      return value
    } catch (error) {
      print(`   ✗ ${what}`)
      throw error
    }
  }
  return {
    chapter(title) {
      chapters += 1
      print(`\n${chapters}  ${title}\n`)
    },
    does: (what, act) => told('·', what, act),
    sees: (what, look) => told('✓', what, async () => void (await look())),
  }
}
