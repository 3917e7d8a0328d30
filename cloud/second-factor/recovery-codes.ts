import { randomInt } from 'node:crypto'
import { recoveryCodeCount, recoveryLength, recoveryLetters } from '../../core/second-factor.ts'

/** As letters without groups. */
export function newRecoveryCodes(): string[] {
  const letter = () => recoveryLetters[randomInt(recoveryLetters.length)]
  const code = () => Array.from({ length: recoveryLength }, letter).join('')
  return Array.from({ length: recoveryCodeCount }, code)
}
