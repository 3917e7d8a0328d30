/** `npm run bench -- start`: the figures of `tests/bench/start.ts`, how long the program takes to open. */
import { runOnDisplay } from '../run/on-display.mjs'

await runOnDisplay('tests/bench/start.ts', 'start')
