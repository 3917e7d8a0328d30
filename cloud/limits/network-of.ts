import { isIPv6 } from 'node:net'

/**
 * Whom an address stands for. IPv6 gives a household 2^64 of them, so those count by their first 64 bits;
 * IPv4 that comes as IPv6 counts as what it is.
 */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain
}

/** All eight of them, without leading zeros. The end may be IPv4, which is beyond the first four. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return all.map((group) => group.replace(/^0+(?=.)/, ''))
}
