export type TapArguments = { uid: string; atr: string | undefined; hold: number; slot: number }

export declare const usage: string
export declare function readTapArguments(
  argv: readonly string[],
): TapArguments | { problem: string }
