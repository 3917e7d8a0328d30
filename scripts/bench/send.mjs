/** `npm run bench -- send`: the figures of `tests/bench/send.ts`, what Send costs. */
import { runOnDisplay } from '../run/on-display.mjs'

await runOnDisplay('tests/bench/send.ts')
