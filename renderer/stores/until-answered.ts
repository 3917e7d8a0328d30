import type { Result } from '../../contracts/result.ts'

/** 10 s: a process behind the door is started again in less. */
const attempts = 20
const pauseMs = 500

/** Asks again while the process behind the door restarts; in the end its answer, whatever it is. */
export async function untilAnswered<T, Code extends string>(
  ask: () => Promise<Result<T, Code | 'unavailable'>>,
  pause: (ms: number) => Promise<void>,
): Promise<Result<T, Code | 'unavailable'>> {
  let answer = await ask()
  for (let left = attempts; left > 0 && !answer.ok && answer.code === 'unavailable'; left--) {
    await pause(pauseMs)
    answer = await ask()
  }
  return answer
}
