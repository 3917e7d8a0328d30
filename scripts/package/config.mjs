import path from 'node:path'
import { inRoot } from '../setup/paths.mjs'

/** The plan as options of electron-builder, on top of electron-builder.yml. */
export function builderConfig(plan, { electron, sqliteBinding }, inspectable) {
  return {
    extends: inRoot('electron-builder.yml'),
    ...plan.names,
    directories: { output: path.join(...plan.output) },
    ...(plan.useOwnElectron
      ? { electronDist: path.dirname(electron.executable), electronVersion: electron.version }
      : {}),
    ...(sqliteBinding ? { files: [driverBuiltHere(sqliteBinding)] } : {}),
    ...(inspectable ? { electronFuses: { enableNodeCliInspectArguments: true } } : {}),
  }
}

/** better-sqlite3 prefers a binary in build/Release to the one it ships. */
function driverBuiltHere(file) {
  return {
    from: path.dirname(file),
    to: 'node_modules/better-sqlite3/build/Release',
    filter: [path.basename(file)],
  }
}
