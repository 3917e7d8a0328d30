/** A code may be read from a phone beside the keyboard; nothing remembers it. */
export const codeInput = {
  autoComplete: 'one-time-code',
  inputMode: 'text',
  maxLength: 100,
} as const
