/** Upper-case hexadecimal, two digits a byte. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()

export const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
