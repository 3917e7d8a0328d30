import { openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { openDeskDatabase } from '../../support/desk-database.ts'
import { createFaultyWay } from '../../support/faulty-way.ts'
import { createRandomness } from '../../support/randomness.ts'
import { createSimulatedCloud } from '../../support/simulated-cloud.ts'
import { createSimulatedDesk } from '../../support/simulated-desk.ts'
import { drawScenario } from '../../support/sync-scenario.ts'
import { take } from '../../support/sync-steps.ts'

/**
 * A program of its own: `node life-on-disk.ts FOLDER SEED STEPS` lives with its database in the folder and
 * writes each op id into the file `promises` there once it was promised to be kept.
 */
const [folder = '', seed = '0', steps = '0'] = process.argv.slice(2)
const db = openDeskDatabase(path.join(folder, 'desk.db'))
const promises = openSync(path.join(folder, 'promises'), 'w')
const dice = createRandomness(Number(seed))
const cloud = createSimulatedCloud(() => '2026-11-23T08:00:00Z')
const way = createFaultyWay(cloud, dice)
const desk = createSimulatedDesk({ db, way, dice, aim: '', kept: () => false })
const told = new Set<string>()
/** Somebody first of whom something can be promised. */
const creates = 5
let end = 0

for (const [nth, { kind, ...step }] of drawScenario(Number(seed), Number(steps)).steps.entries()) {
  dice.reseed(step.dice)
  take({ ...step, kind: nth < creates ? 'create' : kind }, { desk, cloud, dice, way })
  for (const opId of desk.wishes.accepted) {
    if (told.has(opId)) continue
    told.add(opId)
    end += writeSync(promises, `${opId}\n`, end)
  }
}
db.close()
