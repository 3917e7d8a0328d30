import { useEffect, useRef } from 'react'
import { useMeeting } from '../stores/meeting.ts'

/** For the row of a person: whether it is their card that was tapped last; then the row comes into view. */
export function useFoundRow(recordId: string) {
  const count = useMeeting(({ found }) => (found?.recordId === recordId ? found.count : 0))
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (count > 0) row.current?.scrollIntoView({ block: 'center' })
  }, [count])
  return [row, count > 0] as const
}

/** The cursor goes along to the page on which somebody was found. */
export function useFoundElsewhere(title: string) {
  const found = useMeeting((meeting) => meeting.found)
  useEffect(() => {
    if (found?.elsewhere === true) document.getElementById(title)?.focus()
  }, [found, title])
}
