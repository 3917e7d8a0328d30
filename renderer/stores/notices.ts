import { create } from 'zustand'
import type { Notice } from '../../core/notice.ts'

/** What ended without doing what was asked, until somebody has read it. */
export const useNotices = create<{ readonly list: readonly Notice[] }>()(() => ({ list: [] }))

export function forgetNotices() {
  useNotices.setState({ list: [] })
}
