import { createHash, randomBytes } from 'node:crypto'
import { type SignedIn, cloudApi } from '../../contracts/cloud-api.ts'
import { jsonBody, refusal, request } from './cloud-desk.ts'
import { newDesk } from './cloud.ts'
import { browse } from './openid-provider.ts'

const start = '/v1/sign-in/openid'
const finish = '/v1/sign-in/openid/code'
const hashed = (text: string) => createHash('sha256').update(text).digest('base64url')
const random = () => randomBytes(32).toString('base64url')

/** What a desk keeps of one sign-in, and what it asks the cloud with. Nothing of it is a desk's own code. */
export function signInByBrowser(url: string) {
  const codeVerifier = random()
  const redirectUri = 'http://127.0.0.1:49152/signed-in'
  const question = {
    redirectUri,
    state: random(),
    codeChallenge: hashed(codeVerifier),
    nonce: hashed(`nonce ${codeVerifier}`),
  }
  const answerOf = (back: URL, more: object = {}) => ({
    redirectUri,
    code: back.searchParams.get('code'),
    iss: back.searchParams.get('iss'),
    codeVerifier,
    desk: newDesk(),
    ...more,
  })
  return {
    question,
    answerOf,
    async address(): Promise<string> {
      const { status, text } = await request(url, start, jsonBody(question))
      if (status !== 200) throw new Error(text)
      return cloudApi.openIdStart.response.parse(JSON.parse(text)).url
    },
    /** With the browser's person; null: they say no. Where the browser was sent back to. */
    async browse(subject: string | null): Promise<URL> {
      return browse(await this.address(), subject)
    },
    async finish(back: URL, more: object = {}): Promise<SignedIn> {
      const { status, text } = await request(url, finish, jsonBody(answerOf(back, more)))
      if (status !== 200) throw new Error(text)
      return cloudApi.openIdFinish.response.parse(JSON.parse(text))
    },
    /** The code of the refusal, after the whole of it. */
    async refused(back: URL, more: object = {}): Promise<string> {
      return (await refusal(url, finish, jsonBody(answerOf(back, more)))).code
    },
  }
}
