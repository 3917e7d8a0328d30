import { useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { useLeaving } from '../../stores/leaving.ts'
import { changePreferences, usePreferences } from '../../stores/preferences.ts'
import { type SignedIn, setSession } from '../../stores/session.ts'
import { useSync } from '../../stores/sync.ts'
import { Choice } from './choice.tsx'

/** The account to work for, where there are several. Each has a desk of its own; nothing unsent is lost. */
export function AccountSwitch({ session }: { readonly session: SignedIn }) {
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const unsent = useSync((status) => status.waiting + status.attention)
  const { accounts, identity } = session
  if (accounts.length < 2) return null

  async function change(accountId: string) {
    await useLeaving.getState().saveFirst()
    const answer = await app.session.switchAccount({ accountId })
    if (answer.ok) setSession(answer.value)
    setFailure(answer.ok ? null : answer)
  }

  return (
    <>
      <Choice
        label={t.desk.switchAccount}
        value={identity.account.id}
        options={Object.fromEntries(accounts.map(({ id, name }) => [id, name]))}
        onChoose={(id) => void change(id)}
      />
      {unsent > 0 && <p className="chip-soft">{t.desk.switchUnsent(unsent)}</p>}
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
    </>
  )
}

/** Language and theme, once they can be kept. */
export function Appearance() {
  const { preferences, kept } = usePreferences()
  if (!kept) return null
  return (
    <>
      <Choice
        label={t.desk.language}
        value={preferences.language}
        options={t.desk.languages}
        onChoose={(language) => void changePreferences(app.preferences, { language })}
      />
      <Choice
        label={t.desk.theme}
        value={preferences.theme}
        options={t.desk.themes}
        onChoose={(theme) => void changePreferences(app.preferences, { theme })}
      />
      <Choice
        label={t.desk.sound}
        value={preferences.sound}
        options={t.desk.sounds}
        onChoose={(sound) => void changePreferences(app.preferences, { sound })}
      />
    </>
  )
}
