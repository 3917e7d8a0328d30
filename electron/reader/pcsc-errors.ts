import { z } from 'zod'
import type { ReaderStatus, UnreadableReason } from '../../core/reader.ts'

/** nfc-pcsc wraps errors of the binding, and keeps them as `previous`. */
const bindingError = z.object({ code: z.string() })
const wrappedError = z.object({ previous: bindingError })

const reasons: Record<string, UnreadableReason> = {
  SCARD_E_TIMEOUT: 'timeout',
  SCARD_E_SHARING_VIOLATION: 'in-use',
  SCARD_W_UNPOWERED_CARD: 'mute',
  SCARD_W_UNRESPONSIVE_CARD: 'mute',
  SCARD_W_UNSUPPORTED_CARD: 'mute',
  SCARD_E_PROTO_MISMATCH: 'bad-answer',
  SCARD_E_INSUFFICIENT_BUFFER: 'bad-answer',
}

/** Why a card could not be asked. Whatever is not known to be something else is lost contact. */
export function reasonOf(error: unknown): UnreadableReason {
  return reasons[codeOf(error)] ?? 'moved'
}

/** The service was never there, or its end is all that a call on it met. */
const notRunning = new Set([
  'SCARD_E_NO_SERVICE',
  'SCARD_E_SERVICE_STOPPED',
  'SCARD_E_SYSTEM_CANCELLED',
  'SCARD_E_INVALID_HANDLE',
  'SCARD_F_COMM_ERROR',
])

export function noServiceReasonOf(code: string | null): NonNullable<ReaderStatus['reason']> {
  if (code === 'SCARD_W_SECURITY_VIOLATION') return 'access-denied'
  return notRunning.has(code ?? '') ? 'not-running' : 'unknown'
}

function codeOf(error: unknown): string {
  const wrapped = wrappedError.safeParse(error)
  if (wrapped.success) return wrapped.data.previous.code
  return bindingError.safeParse(error).data?.code ?? ''
}
