import { createOwnCloud } from '../support/own-cloud.ts'
import { startPcscd } from '../support/pcscd.ts'
import { cardTaken } from './card-taken.ts'
import { cloudAway } from './cloud-away.ts'
import { createNarrator } from './narrator.ts'
import { clearPictures, createStage, writtenPictures } from './stage.ts'
import { tryIt } from './try-it.ts'

/** `npm run demo` runs this: the story of a tap, with a real smart-card service, clouds and program. */
const print = (line: string) => console.log(line)

print('Tapdesk: the story of a tap, against the real parts')
const pcscd = await startPcscd()
const cloud = await createOwnCloud()
const stage = createStage()
try {
  const narrator = createNarrator(print)
  clearPictures()
  await tryIt(narrator, stage)
  const desk = await cloudAway(narrator, stage, cloud)
  await cardTaken(narrator, stage, desk, cloud)
  print(
    `\nEverything was seen. Pictures:\n${writtenPictures()
      .map((each) => `   ${each}`)
      .join('\n')}`,
  )
} catch (error) {
  print('\nThe story ends here: something was not as it has to be.')
  print(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await stage.clear()
  await cloud.stop()
  await pcscd.stop()
}
