import { useEffect } from 'react'
import { tapsGoTo } from '../../stores/meeting.ts'

/** A tap belongs to the part of the page that was used last: the form, or the table. */
export function useTapsGoWhereFocusIs() {
  useEffect(() => {
    function listen({ target }: FocusEvent) {
      if (!(target instanceof Element)) return
      if (target.closest('.person-form') !== null) tapsGoTo('form')
      else if (target.closest('.pending') !== null) tapsGoTo('pending')
    }
    document.addEventListener('focusin', listen)
    return () => document.removeEventListener('focusin', listen)
  }, [])
}
