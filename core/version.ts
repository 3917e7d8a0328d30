/** Whether a version of the program ("1.10.0") comes after another; what follows the numbers does not count. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [numbers(version), numbers(than)]
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

function numbers(version: string): number[] {
  return (version.split(/[-+]/u)[0] ?? '').split('.').map((part) => Number.parseInt(part, 10) || 0)
}
