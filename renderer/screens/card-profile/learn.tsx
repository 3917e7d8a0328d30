import { useEffect, useId, useRef, useState } from 'react'
import type { Candidate, PrintRule } from '../../../core/card/learn.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { type Learning, candidatesOf } from '../../stores/learning.ts'
import { setPrinted, useProbe } from '../../stores/probe.ts'
import { ruleWords } from './rule-words.ts'

type Props = {
  readonly onRemember: (rule: PrintRule) => void
  readonly saving: boolean
}

/** Lay a card, type what is printed on it, press the button: nobody has to know anything of bytes. */
export function Learn({ onRemember, saving }: Props) {
  const { learning, count } = useProbe()
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // Whoever is at work on the settings keeps the cursor.
    const elsewhere = document.activeElement?.closest('.profile-form') ?? null
    if (count > 0 && elsewhere === null) box.current?.querySelector('input')?.focus()
  }, [count])

  const { card } = learning
  const found = candidatesOf(learning)
  const rules = found.filter(({ certain }) => certain).slice(0, mostShown)
  // A choice is one among these and lost with them.
  const asked = JSON.stringify(rules)
  const [choice, setChoice] = useState({ of: asked, index: 0 })
  const index = choice.of === asked ? choice.index : 0
  const chosen = rules[index]
  return (
    <form
      ref={box}
      className="card-box profile-learn"
      aria-labelledby="profile-learn"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== undefined) onRemember(ruleOf(chosen))
      }}
    >
      <h2 id="profile-learn">{t.profile.learn}</h2>
      {card === null ? (
        <p className="soft">{t.profile.learnTap}</p>
      ) : (
        <>
          <TextField
            id="profile-printed"
            label={t.profile.printed}
            hint={learning.before === null ? t.profile.printedHint : t.profile.learnSecond}
            value={card.printed}
            onValue={setPrinted}
          />
          <div className="profile-found">
            <output>{newsOf(learning, found)}</output>
            <Rules
              rules={rules}
              length={card.uid.length / 2}
              chosen={index}
              onChoose={(at) => setChoice({ of: asked, index: at })}
            />
          </div>
          <Button look="main" type="submit" disabled={chosen === undefined} aria-busy={saving}>
            {t.profile.remember}
          </Button>
        </>
      )}
    </form>
  )
}

const mostShown = 4

function newsOf({ card, before }: Learning, found: readonly Candidate[]): string {
  if (card === null || card.printed.trim() === '') return ''
  const [first] = found
  if (first === undefined) return before === null ? t.profile.learnNone : t.profile.learnNotBoth
  return first.certain ? t.profile.learnFound : t.profile.learnNext
}

type RulesProps = {
  readonly rules: readonly Candidate[]
  /** Bytes of the card. */
  readonly length: number
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

/** The likeliest first and chosen; whoever knows better takes another. */
function Rules({ rules, length, chosen, onChoose }: RulesProps) {
  const name = useId()
  if (rules.length === 0) return null
  return (
    <fieldset className="profile-rules" aria-label={t.profile.learnRules}>
      {rules.map((rule, index) => (
        <label key={JSON.stringify(rule)} className="profile-choice">
          <input
            type="radio"
            name={name}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          {ruleWords(rule, length, t)}
        </label>
      ))}
    </fieldset>
  )
}

function ruleOf({ rendering, take }: Candidate): PrintRule {
  return { rendering, take }
}
