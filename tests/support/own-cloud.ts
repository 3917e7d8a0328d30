import { type CloudEvidence, cloudEvidence } from './cloud-evidence.ts'
import { type CloudProcess, startCloudProcess } from './cloud-process.ts'
import { temporaryFolder } from './cloud.ts'
import { type DemoAccount, demoAccount } from './demo-account.ts'

/** A cloud that goes away and comes back under the same address with the same data. */
export type OwnCloud = {
  readonly url: string
  readonly demo: { readonly email: string; readonly password: string }
  /** Where and as whom its demo person signs in. */
  readonly credentials: { readonly url: string; readonly email: string; readonly password: string }
  readonly dataDir: string
  readonly evidence: CloudEvidence
  /** What the operator of the cloud does. */
  readonly account: DemoAccount
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** Starts a cloud that carries out one batch and dies before it answers; resolves with its end. */
  readonly startDying: () => Promise<{ readonly ended: Promise<unknown> }>
}

const dying = new URL('./cloud-dies-after-commit.ts', import.meta.url)

/** `smtpUrl`: the mail server that takes its mails; without one they become files. */
export async function createOwnCloud({ smtpUrl }: { smtpUrl?: string } = {}): Promise<OwnCloud> {
  const dataDir = temporaryFolder('cloud')
  const first = await startCloudProcess({ dataDir, smtpUrl })
  const { url, demo } = first
  if (demo === undefined) throw new Error('the cloud has no demo person')
  const port = Number(new URL(url).port)
  let running: CloudProcess = first
  return {
    url,
    demo,
    credentials: { url, ...demo },
    dataDir,
    evidence: cloudEvidence(dataDir),
    account: demoAccount(dataDir),
    async stop() {
      await running.end()
    },
    async start() {
      running = await startCloudProcess({ dataDir, port, smtpUrl })
    },
    async startDying() {
      running = await startCloudProcess({ dataDir, port, smtpUrl, demo: false }, dying)
      return { ended: running.ended }
    },
  }
}
