import { type ReactNode, createContext, useContext, useEffect, useState } from 'react'
import { formatAgo, formatExactly } from '../format.ts'

const Now = createContext(0)

/** The wall clock for display, for all that stands inside; renewed every half minute. */
export function Clock({ children }: { readonly children: ReactNode }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return <Now value={now}>{children}</Now>
}

export function useClock(): number {
  return useContext(Now)
}

/** "3 hours ago", with the exact time on hover. `at` is ISO 8601. */
export function Ago({ at }: { readonly at: string }) {
  const now = useClock()
  return (
    <time dateTime={at} title={formatExactly(at)}>
      {formatAgo(at, now)}
    </time>
  )
}
