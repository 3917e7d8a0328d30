import { expect, it } from 'vitest'
import { authenticator } from '../support/authenticator.ts'
import { startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { startDesk, syncBecomes, valueOf } from '../support/desk-process.ts'

it('is asked for at each sign-in of a desk, also where a lock is opened by the password', async () => {
  const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
  const { email = '', password = '' } = cloud.demo ?? {}
  const { asking, stop } = startDesk({ folder: temporaryFolder('desk') })
  const { session, secondFactor, lock } = asking
  const credentials = { cloudUrl: cloud.url, email, password }
  const code = async (answer: Promise<{ ok: true } | { ok: false; code: string }>) => {
    const settled = await answer
    return settled.ok ? 'ok' : settled.code
  }
  expect(await code(secondFactor.state())).toBe('signed-out')
  await valueOf(session.signIn(credentials))
  await syncBecomes(asking, { channel: 'idle' })
  expect(await code(secondFactor.start({ password: 'wrong' }))).toBe('wrong-password')
  const { secret } = await valueOf(secondFactor.start({ password }))
  const app = authenticator(secret)
  expect(await code(secondFactor.confirm({ code: '000000' }))).toBe('code-wrong')
  const [one = '', two = '', three = ''] = await valueOf(
    secondFactor.confirm({ code: app.shows() }),
  )
  expect(await code(secondFactor.start({ password }))).toBe('second-factor-changed')

  expect(await code(session.signIn(credentials))).toBe('code-needed')
  expect(await code(session.signIn({ ...credentials, code: '000000' }))).toBe('code-wrong')
  expect(await code(session.signIn({ ...credentials, code: app.shows(1) }))).toBe('ok')

  await valueOf(lock.setPin({ pin: '7391', present: null, idleMinutes: 0 }))
  await valueOf(lock.now())
  expect(await code(lock.unlock({ by: 'password', password }))).toBe('code-needed')
  expect(await code(lock.unlock({ by: 'password', password, code: one }))).toBe('ok')

  const codes = await valueOf(secondFactor.renewCodes({ by: 'code', code: two }))
  expect(codes).toHaveLength(10)
  expect(await code(secondFactor.end({ by: 'code', code: three }))).toBe('code-wrong')
  await valueOf(session.workOffline({ on: true }))
  expect(await code(secondFactor.end({ by: 'password', password }))).toBe('cloud-away')
  await valueOf(session.workOffline({ on: false }))
  expect(await code(secondFactor.end({ by: 'password', password }))).toBe('ok')
  expect(await valueOf(secondFactor.state())).toMatchObject({ on: false })
  await stop()
  await cloud.end()
})
