import type { SessionView } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

export function signedInView(desk: OpenDesk, workOffline: boolean): SessionView {
  return {
    state: 'signed-in',
    identity: desk.identity,
    token: desk.tokenKeeping(),
    workOffline,
  }
}

export function signedOutView(place: Workplace): SessionView {
  const form = place.profile.form()
  return {
    state: 'signed-out',
    cloudUrl: form.cloudUrl === '' ? (place.suggestedCloudUrl ?? '') : form.cloudUrl,
    email: form.email,
    waiting: place.profile.waiting().filter(({ unsent }) => unsent > 0),
  }
}
