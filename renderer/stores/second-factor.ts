import { create } from 'zustand'

/** Whether the settings of the second factor are open. */
export const useSecondFactorDialog = create<{ readonly open: boolean }>()(() => ({ open: false }))

export function openSecondFactor() {
  useSecondFactorDialog.setState({ open: true })
}

export function closeSecondFactor() {
  useSecondFactorDialog.setState({ open: false })
}
