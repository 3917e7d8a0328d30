/** `npm run bench -- table`: the figures of `tests/bench/table.ts`, pages and searches among a million invitations. */
import { runOnDisplay } from '../run/on-display.mjs'

await runOnDisplay('tests/bench/table.ts')
