import type { SessionView } from '../../core/session.ts'
import type { SessionState } from '../usecases/ports.ts'

/** What the window is told about who works here; the same view is never told twice in a row. */
export function createSessionState(changed: (view: SessionView) => void): SessionState {
  let view: SessionView = { state: 'starting' }
  return {
    view: () => view,
    show(next) {
      const same = JSON.stringify(next) === JSON.stringify(view)
      view = next
      if (!same) changed(view)
    },
  }
}
