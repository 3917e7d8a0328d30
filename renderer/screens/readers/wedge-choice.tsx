import { useId, useState } from 'react'
import { guessWedge, isPrintedAs } from '../../../core/wedge-learn.ts'
import type { WedgeText } from '../../../core/wedge-letters.ts'
import { type WedgeProfile, isSameWedge } from '../../../core/wedge-profile.ts'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { wayOf } from './wedge-words.ts'

type Props = {
  readonly text: WedgeText
  readonly chosen: WedgeProfile | null
  readonly onChoose: (profile: WedgeProfile) => void
}

/** Where no other reader can tell: what the digits may mean, and what is printed on the card. */
export function WedgeChoice({ text, chosen, onChoose }: Props) {
  const id = useId()
  const [printed, setPrinted] = useState('')
  const guesses = guessWedge(text)
  if (guesses.length === 0) return <p>{t.wedge.noGuess}</p>
  return (
    <>
      <fieldset className="wedge-guesses">
        <legend>{t.wedge.choose}</legend>
        {guesses.map(({ profile, uid }) => (
          <label key={uid}>
            <input
              type="radio"
              name={id}
              checked={
                chosen !== null && isSameWedge(chosen, profile) && chosen.bytes === profile.bytes
              }
              onChange={() => onChoose(profile)}
            />
            <span>{t.wedge.guess(wayOf(profile), uid)}</span>
            {isPrintedAs(uid, printed) && <strong>{t.wedge.fits}</strong>}
          </label>
        ))}
      </fieldset>
      <TextField
        id={`${id}-printed`}
        label={t.wedge.printed}
        hint={t.wedge.printedHint}
        value={printed}
        onValue={setPrinted}
      />
    </>
  )
}
