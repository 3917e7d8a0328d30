import { type Result, fail } from '../../contracts/result.ts'
import type { SessionView, StoreRefusal } from '../../core/session.ts'
import { storeRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { signIn } from './sign-in.ts'

/** Starts the built-in cloud and signs in its demo person. */
export async function tryDemo(
  place: Workplace,
): Promise<Result<SessionView, 'demo-failed' | StoreRefusal>> {
  const cloud = await place.host.demoCloud.start()
  if (!cloud.ok) return fail('demo-failed')
  const { url, email, password } = cloud.value
  const answer = await signIn(place, { cloudUrl: url, email, password, demo: true })
  if (answer.ok) return answer
  const refusal = storeRefusal.safeParse(answer.code)
  return fail(refusal.success ? refusal.data : 'demo-failed')
}
