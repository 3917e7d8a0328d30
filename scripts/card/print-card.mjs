import { cardView } from '../../core/card/card-view.ts'
import { card as words } from '../../renderer/messages/en/card.ts'
import { readCardArguments } from './card-arguments.mjs'

const asked = readCardArguments(process.argv.slice(2))
if ('problem' in asked) {
  process.stderr.write(`${asked.problem}\n`)
  process.exitCode = 1
} else {
  const { uid, renderings, warnings } = cardView(asked, words)
  const shown = renderings.map(({ id, label, text }) => ({ id, label, text }))
  process.stdout.write(`${JSON.stringify({ uid, renderings: shown, warnings })}\n`)
}
