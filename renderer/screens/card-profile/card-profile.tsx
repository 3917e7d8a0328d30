import { useEffect, useRef, useState } from 'react'
import type { CardProfile } from '../../../core/card-profile.ts'
import type { PrintRule } from '../../../core/card/learn.ts'
import type { Failure } from '../../../contracts/result.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { useDirectory } from '../../stores/directory.ts'
import { forgetProbe } from '../../stores/probe.ts'
import { useShown } from '../use-shown.ts'
import { CardIdPart } from './card-id-part.tsx'
import './card-profile.css'
import { CardsPart } from './cards-part.tsx'
import { Learn } from './learn.tsx'
import { Preview } from './preview.tsx'
import { type ProfileForm, formOf, formOfRule, profileOf } from './profile-form.ts'
import { SurfacePart } from './surface-part.tsx'

/** How the account's cards are read: the settings beside a card on which they are tried out. */
export default function CardProfilePage() {
  const directory = useDirectory((known) => known.directory)
  useShown('card-profile', directory !== null)
  useEffect(() => forgetProbe, [])
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.profile.title}</h1>
      {directory === null ? (
        <p className="soft">{t.profile.loading}</p>
      ) : (
        <Editor version={directory.version} saved={directory.cardProfile} />
      )}
    </div>
  )
}

type Props = { readonly version: number; readonly saved: CardProfile }

function Editor({ version, saved }: Props) {
  const { form, change, discard, save, saving, news } = useEditing(version, saved)
  const read = profileOf(form)
  const faults = 'cardId' in read ? [] : read
  const props = { form, faults, onForm: change }
  return (
    <div className="profile-grid">
      <form
        className="card-box profile-form"
        aria-labelledby="profile-title"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(form)
        }}
      >
        <h2 id="profile-title">{t.profile.title}</h2>
        <p className="soft">{t.profile.intro}</p>
        <CardIdPart {...props} />
        <SurfacePart {...props} />
        <CardsPart {...props} />
        <div className="profile-foot">
          <Button look="main" type="submit" aria-busy={saving}>
            {saving ? t.profile.saving : t.profile.save}
          </Button>
          <Button onClick={discard}>{t.profile.discard}</Button>
          <output className="profile-saved">
            {news === 'saved' && (
              <>
                <Icon name="check" />
                {t.profile.saved}
              </>
            )}
          </output>
        </div>
        {news !== null && news !== 'saved' && (
          <Notice kind="bad">{t.failures[news.code](news)}</Notice>
        )}
      </form>
      <div className="profile-side">
        <Preview profile={'cardId' in read ? read : saved} saved={saved} />
        <Learn
          onRemember={(rule: PrintRule) => void save({ ...form, ...formOfRule(rule) })}
          saving={saving}
        />
      </div>
    </div>
  )
}

/** What is on the page until it is saved or given up; untouched, it follows what others save. */
function useEditing(version: number, saved: CardProfile) {
  const [edited, setEdited] = useState<ProfileForm | null>(null)
  const [saving, setSaving] = useState(false)
  const [news, setNews] = useState<'saved' | Failure<FailureCode> | null>(null)
  // Under way: the second press of the same button.
  const busy = useRef(false)
  const form = edited ?? formOf(saved)

  function change(part: Partial<ProfileForm>) {
    setEdited({ ...form, ...part })
    setNews(null)
  }
  function discard() {
    setEdited(null)
    setNews(null)
  }
  async function save(wanted: ProfileForm) {
    const cardProfile = profileOf(wanted)
    if (!('cardId' in cardProfile) || busy.current) return
    busy.current = true
    setEdited(wanted)
    setSaving(true)
    const answer = await app.directory.setCardProfile({ ifVersion: version, cardProfile })
    busy.current = false
    setSaving(false)
    if (answer.ok) setEdited(null)
    setNews(answer.ok ? 'saved' : answer)
  }
  return { form, change, discard, save, saving, news }
}
