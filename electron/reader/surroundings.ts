import type { Surroundings } from '../../core/desk-reader.ts'

/** Where Linux shows that the kernel's own driver for PN53x readers is loaded. */
const kernelDriver = '/sys/module/pn533_usb'
const daemons = ['/usr/sbin/pcscd', '/usr/bin/pcscd', '/usr/local/sbin/pcscd']

const systems: Readonly<Record<string, Surroundings['system']>> = {
  darwin: 'mac',
  win32: 'windows',
}

/** `exists` tells whether there is a file or folder of this path. */
export function surroundingsOf(
  platform: string,
  exists: (path: string) => boolean,
): () => Surroundings {
  const system = systems[platform] ?? 'linux'
  if (system !== 'linux') return () => ({ system, kernelNfc: false, daemonMissing: false })
  return () => ({
    system,
    kernelNfc: exists(kernelDriver),
    daemonMissing: !daemons.some(exists),
  })
}
