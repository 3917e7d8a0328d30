import { type CardProfile, defaultCardProfile } from '../../core/card-profile.ts'
import { type CardField, emptyCard } from './card-field.ts'
import { useDirectory } from './directory.ts'

/** As last pulled; until then the one that needs no setting up. */
export function cardProfileNow(): CardProfile {
  return useDirectory.getState().directory?.cardProfile ?? defaultCardProfile
}

export function useCardProfile(): CardProfile {
  return useDirectory(({ directory }) => directory?.cardProfile ?? defaultCardProfile)
}

/** An empty Card ID field, in the account's own way of writing. */
export function freshCard(): CardField {
  const { cardId: style } = cardProfileNow()
  return { ...emptyCard, style, base: style.base }
}
