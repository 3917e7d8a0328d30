/** `npm run bench -- outbox`: the figures of `tests/bench/outbox.ts`, what the queue costs; or only those of the parts that are named. */
import { runOnDisplay } from '../run/on-display.mjs'

await runOnDisplay('tests/bench/outbox.ts', 'test', process.argv.slice(3))
