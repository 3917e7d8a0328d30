import { useEffect, useState } from 'react'
import { type ScanRule, labelOf, scanRule } from '../../../core/scan/scan.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { askScan, useScan } from '../../stores/scan.ts'

type Typed = { readonly prefix: string; readonly first: string }

/** How the labels run. The number as it is typed says how many digits it has. */
export function NewScan() {
  const { suggested, failure } = useScan()
  const [typed, setTyped] = useState<Typed | null>(null)
  useEffect(() => askScan({ kind: 'suggest' }), [])
  const { prefix, first } = typed ?? (suggested === null ? nothing : asTyped(suggested))
  const rule = ruleOf({ prefix, first })

  return (
    <form
      className="card-box scan-new"
      aria-labelledby="scan-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (rule !== null) askScan({ kind: 'start', rule })
      }}
    >
      <h2 id="scan-new">{t.scan.newTitle}</h2>
      <p className="soft">{t.scan.intro}</p>
      <div className="scan-rule">
        <TextField
          id="scan-prefix"
          label={t.scan.prefix}
          hint={t.scan.prefixHint}
          value={prefix}
          onValue={(value) => setTyped({ prefix: value, first })}
          input={{ maxLength: 40 }}
        />
        <TextField
          id="scan-first"
          label={t.scan.first}
          hint={t.scan.firstHint}
          problem={rule === null && first !== '' ? t.scan.firstProblem : undefined}
          value={first}
          onValue={(value) => setTyped({ prefix, first: value })}
          input={{ maxLength: 20, inputMode: 'numeric' }}
        />
      </div>
      <p className="scan-preview" aria-live="polite">
        {t.scan.firstLabel} <strong>{rule === null ? '–' : labelOf(rule)}</strong>
      </p>
      <Button look="main" type="submit" disabled={rule === null}>
        {t.scan.start}
      </Button>
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
    </form>
  )
}

const nothing: Typed = { prefix: '', first: '' }

function asTyped({ prefix, digits, next }: ScanRule): Typed {
  return { prefix, first: next.padStart(digits, '0') }
}

function ruleOf({ prefix, first }: Typed): ScanRule | null {
  const next = first.trim()
  const rule = scanRule.safeParse({ prefix, digits: next.length, next })
  return rule.success ? rule.data : null
}
