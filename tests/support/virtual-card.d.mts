export type VirtualCard = {
  /** Resolves at the first APDU. */
  asked: Promise<void>
  /** Resolves when the first answer is on its way. */
  answered: Promise<void>
  /** Resolves when the card has left the reader. */
  left: Promise<void>
  remove: () => Promise<void>
}

/** APDU in, response out, both in hexadecimal; null says nothing. */
export type Answer = (apdu: string, card: VirtualCard) => string | null

export type PresentOptions = {
  uid?: string
  atr?: string
  slot?: 0 | 1
  answer?: Answer
  mute?: () => boolean
  onPowerOn?: () => void
}

export declare const NTAG_ATR: string
export declare const hang: Answer
export declare const leave: Answer
export declare function answerUid(uid: string): Answer
export declare function answerNtag(uid: string, data: string): Answer
export declare function textOnTag(text: string): string
export declare function inTurn(...answers: (string | null)[]): Answer
export declare function presentCard(options: PresentOptions): Promise<VirtualCard>
