/**
 * What Electron, the PC/SC binding and their builds need from the distribution. The first name is
 * Debian 12's; the others are what later releases call the same thing. `command`: also satisfied by
 * a program of that name on PATH.
 */
export const packagesToStart = [
  { names: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { names: ['libnss3'] },
  { names: ['libgbm1'] },
  { names: ['libasound2', 'libasound2t64'] },
  { names: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'] },
  { names: ['xvfb'], command: 'Xvfb' },
  { names: ['xauth'], command: 'xauth' },
  { names: ['pcscd'] },
  { names: ['libpcsclite1'] },
  { names: ['libpcsclite-dev'] },
  { names: ['g++'], command: 'g++' },
  { names: ['make'], command: 'make' },
  { names: ['python3'], command: 'python3' },
]

/** Tests bring a virtual PC/SC reader, a network namespace and a PostgreSQL server of their own. */
export const packagesToTest = [
  ...packagesToStart,
  { names: ['vsmartcard-vpcd'] },
  { names: ['iproute2'], command: 'ip' },
  { names: ['postgresql'] },
]

/**
 * Which packages are missing. `installed`: set of installed package names; `hasCommand`: is there
 * such a program on PATH.
 */
export function missingPackages(wanted, installed, hasCommand) {
  return wanted.filter(
    ({ names, command }) =>
      !names.some((name) => installed.has(name)) && !(command && hasCommand(command)),
  )
}

/** Reads `dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n'`. */
export function installedPackages(text) {
  const lines = text.split('\n').map((line) => line.split(' '))
  return new Set(lines.filter(([, status]) => status?.startsWith('ii')).map(([name]) => name))
}

/** The one command that a person without the right to install has to pass on. */
export function installCommand(names) {
  const install = `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`
  return `sudo apt-get update && ${install}`
}
