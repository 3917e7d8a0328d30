import { expect, it, vi } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf } from '../../tests/support/cloud-desk.ts'
import type { Mail } from './mailer.ts'
import { createPostman } from './postman.ts'

it('looks again when it is asked in the very moment in which a round ends', async () => {
  const { db, run, now, passSeconds } = await createAccountDatabase()
  await run(createOf({ firstName: 'Pat', email: 'pat@site.example' }))
  const later = new Date(now().getTime() + 60_000).toISOString()
  await db.updateTable('mail').set({ due_at: later }).execute()
  const sent: Mail[] = []
  let looks = 0
  const postman = createPostman({
    db,
    mailer: {
      async send(mail) {
        sent.push(mail)
        return { outcome: 'sent' }
      },
      close() {},
    },
    registrationUrl: (token) => `https://site.example/register/${token}`,
    returnAddress: null,
    passwordUrl: (token) => `https://site.example/password/${token}`,
    now() {
      looks += 1
      // The first look asks what is due now, the second for how long to sleep: the round ends with it.
      if (looks === 2) queueMicrotask(askOnceMore)
      return now()
    },
    random: () => 1,
    onFailure() {},
    onBug: (error) => expect(error).toBeNull(),
  })
  function askOnceMore() {
    passSeconds(61)
    postman.nudge()
  }
  postman.start()
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 15_000, interval: 20 })
  await postman.stop()
})
