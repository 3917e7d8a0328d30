/**
 * Which Electron comes next: the one asked for; the pinned one of the electron package when it is
 * there or can still be downloaded; else the stand-in. A failed download is told by the caller, who
 * then asks again.
 *
 * @param {{ given?: string, officialPresent: boolean, downloadFailed: boolean, standInFits: boolean }} facts
 * @returns {'given' | 'official' | 'download' | 'stand-in' | 'none'}
 */
export function nextElectron({ given, officialPresent, downloadFailed, standInFits }) {
  if (given) return 'given'
  if (officialPresent) return 'official'
  if (!downloadFailed) return 'download'
  return standInFits ? 'stand-in' : 'none'
}

/** The stand-in exists for this one kind of computer. */
export const standInFits = (platform, arch) => platform === 'linux' && arch === 'x64'

/** Tells programs that setup starts: ELECTRON_EXEC_PATH is setup's own choice, not a person's wish. */
export const ourChoice = 'TAPDESK_CHOSEN_ELECTRON'

/** The Electron a person asked for by ELECTRON_EXEC_PATH, or undefined. */
export function givenElectron(env) {
  const asked = env.ELECTRON_EXEC_PATH
  return asked && asked !== env[ourChoice] ? asked : undefined
}
