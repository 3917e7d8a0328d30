import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'

export type CardTextDeps = {
  readonly asked: Pick<Asking<Ipc>, 'directory' | 'session'>
  readonly readText: (on: boolean) => void
}

/** Readers spend time on the text on cards only while the account takes Surface ID from it. */
export function followCardText({ asked, readText }: CardTextDeps): void {
  async function look(): Promise<void> {
    const answer = await asked.directory.get()
    if (answer.ok) readText(answer.value.cardProfile.surface.kind === 'ndef')
    else if (answer.code === 'signed-out') readText(false)
  }
  asked.directory.changed(() => void look())
  asked.session.changed(() => void look())
}
