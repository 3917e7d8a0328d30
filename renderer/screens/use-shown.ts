import { useEffect } from 'react'
import { app } from '../bridge.ts'

/** Tells the rest that `screen` is painted, once `ready`: for pictures and measurements. */
export function useShown(screen: string, ready = true) {
  useEffect(() => {
    if (!ready) return
    const frame = requestAnimationFrame(() => void app.app.shown({ screen }))
    return () => cancelAnimationFrame(frame)
  }, [screen, ready])
}
