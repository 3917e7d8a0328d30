import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { createOf, jsonBody, request, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { copyLink, invite, page, register, shownAs } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { runCloudCommand, startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { databaseOf } from '../support/test-database.ts'

/** Told to the cloud in every field there is; none of it may come out again in what it writes for its operator. */
const told = {
  firstName: 'Canaryfirst',
  lastName: 'Canarylast',
  organization: 'Canaryorganization',
  additionalInformation: 'Canaryadditional',
  surfaceId: 'Canarysurface',
}
const card = '04CA4A27C4A4A2'
const password = 'canary-password-long'

async function cloudWithSink() {
  const dataDir = temporaryFolder('cloud')
  const sink = await startSmtpSink()
  const { databaseUrl } = await databaseOf(dataDir)
  const cloud = await startCloudProcess({ dataDir, smtpUrl: sink.url, databaseUrl })
  return { dataDir, sink, cloud, demo: cloud.demo ?? { email: '', password: '' } }
}

describe('what a cloud writes for its operator', () => {
  it('holds nothing of the people, cards, passwords and tokens that went through it', async () => {
    const { dataDir, sink, cloud, demo } = await cloudWithSink()
    const desk = await signInDesk(cloud.url, demo)
    const wrong = {
      email: 'canary-guess@site.example',
      password,
      desk: { id: v7(), name: 'Canarydesk' },
    }
    await request(cloud.url, '/v1/sign-in', jsonBody(wrong))
    await request(cloud.url, '/v1/password/forgotten', jsonBody({ email: wrong.email }))
    sink.refuse('canary-refused@site.example', 550, 'Canaryreply for canary-refused@site.example')
    sink.refuse('canary-later@site.example', 451, 'Canaryreply for canary-later@site.example')
    await desk.send(createOf({ ...told, email: 'canary-later@site.example' }))
    const { id, version } = await invite(desk, {
      ...told,
      cardId: card,
      email: 'canary-refused@site.example',
    })
    await shownAs(desk, id, ({ mail }) => mail?.state === 'refused')
    const { url } = await copyLink(cloud.url, desk, id)
    await desk.send(updateOf(id, version, { lastName: 'Canarychanged' }))
    await desk.send({ opId: v7(), method: 'Canarymethod', ...told })
    await page(url)
    await register(url, { firstName: 'Canaryfirst', lastName: 'Canarylast', password })
    const accountId = desk.signedIn.accounts[0]?.id ?? ''
    for (const { method, path } of Object.values(cloudApi)) {
      const way = path.replace(':accountId', accountId).replace(':recordId', id)
      const body = method === 'POST' ? JSON.stringify({ ...told, card, password }) : null
      const type = body === null ? {} : { 'content-type': 'application/json' }
      const authorization = `Bearer ${desk.token}`
      await request(cloud.url, `${way}?canaryquery=${card}`, {
        method,
        body,
        headers: { ...type, authorization },
      })
      await request(cloud.url, `${way}/Canarypath`, {
        method,
        body,
        headers: { ...type, authorization },
      })
    }
    // Nothing works any more: every way in which a bug or the database can fail.
    await withDatabase(dataDir, (db) =>
      db.schema.alterTable('record').renameTo('record_away').execute(),
    )
    const again = await signInDesk(cloud.url, demo)
    for (const path of ['changes', 'snapshot', 'digest']) {
      await request(cloud.url, `${again.account}/${path}`, {
        headers: { authorization: `Bearer ${again.token}` },
      })
    }
    await request(
      cloud.url,
      `${again.account}/sync/batch`,
      jsonBody({ items: [createOf(told)] }, again.token),
    )
    await page(url)
    await register(url, { firstName: 'Canaryfirst', lastName: 'Canarylast', password })
    await cloud.end()
    await sink.stop()
    const text = cloud.output()
    for (const event of ['started', 'mail-failed', 'bug', 'stopping']) {
      expect(text).toContain(`"event":"${event}"`)
    }
    expect(text).not.toMatch(/canary/i)
    const secrets = [
      card,
      password,
      demo.password,
      demo.email,
      desk.token,
      desk.signedIn.tokens.refreshToken,
    ]
    for (const secret of [...secrets, url.slice(-43), id]) expect(text).not.toContain(secret)
    for (const line of text.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('event')
  })

  it('holds the password of a command neither in its result nor in a refusal', async () => {
    const { dataDir, sink, cloud } = await cloudWithSink()
    const [where, stdin] = [['--data', dataDir], '--password-stdin']
    const add = [
      'account',
      'add',
      '--name',
      'Site',
      '--email',
      'admin@site.example',
      stdin,
      ...where,
    ]
    const done = await runCloudCommand(add, password)
    const refused = await runCloudCommand(add, 'canary')
    const words = [
      'member',
      'password',
      '--account',
      'Site',
      '--email',
      'nobody@site.example',
      stdin,
    ]
    const unknown = await runCloudCommand([...words, ...where], password)
    expect([done.code, refused.code, unknown.code]).toEqual([0, 1, 1])
    for (const { stdout, stderr } of [done, refused, unknown]) {
      expect(`${stdout}${stderr}`).not.toMatch(/canary/i)
    }
    await cloud.end()
    await sink.stop()
  })
})
