import { type CardProfile, cardText, nextLabel, surfaceFor } from '../../../core/card-profile.ts'
import { t } from '../../messages.ts'
import { useProbe } from '../../stores/probe.ts'

type Props = { readonly profile: CardProfile; readonly saved: CardProfile }

/** Both fields as the profile on the page would fill them for the card on the reader. */
export function Preview({ profile, saved }: Props) {
  const card = useProbe((probe) => probe.card)
  return (
    <section className="card-box profile-preview" aria-labelledby="profile-preview">
      <h2 id="profile-preview">{t.profile.preview}</h2>
      {card === null ? (
        <p className="soft">{t.profile.layCard}</p>
      ) : (
        <dl aria-live="polite">
          <dt>{t.form.fields.cardId}</dt>
          <dd>
            <output aria-label={t.form.fields.cardId}>{cardText(profile.cardId, card.uid)}</output>
          </dd>
          <dt>{t.form.fields.surfaceId}</dt>
          <dd>
            <output aria-label={t.form.fields.surfaceId}>
              {surfaceOf(profile, saved, card) ?? (
                <span className="soft">{why(profile, saved)}</span>
              )}
            </output>
          </dd>
        </dl>
      )}
    </section>
  )
}

function surfaceOf(
  profile: CardProfile,
  saved: CardProfile,
  card: { readonly uid: string; readonly ndefText: string | null },
): string | null {
  const { surface } = profile
  const label = surface.kind === 'label' ? nextLabel(surface, null) : null
  const ndefText = saved.surface.kind === 'ndef' ? card.ndefText : null
  return surfaceFor(profile, { uid: card.uid, ndefText, nextLabel: label })
}

function why({ surface }: CardProfile, saved: CardProfile): string {
  if (surface.kind === 'typed') return t.profile.previewTyped
  const unread = surface.kind === 'ndef' && saved.surface.kind !== 'ndef'
  return unread ? t.profile.previewText : t.profile.previewNone
}
