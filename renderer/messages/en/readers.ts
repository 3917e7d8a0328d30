import type { ReaderAdvice } from '../../../core/reader-advice.ts'
import type { SignalRefusal } from '../../../core/reader-signal.ts'
import type { TapMeaning } from '../../stores/tap-answer.ts'

const advice: Record<ReaderAdvice, string> = {
  'install-pcscd':
    'The smart-card service pcscd is not installed on this computer. Run this in a terminal; Tapdesk connects by itself.',
  'start-pcscd':
    'The smart-card service pcscd does not run. Start it with this in a terminal; Tapdesk connects by itself.',
  polkit:
    'The smart-card service refuses this user. Save this rule as /etc/polkit-1/rules.d/90-tapdesk.rules, add the user to the group plugdev, and sign in to the computer again.',
  'kernel-nfc':
    'The kernel’s own NFC driver (pn533_usb) is loaded and holds readers like the ACR122U. Run this in a terminal, then plug the reader in again.',
  'windows-service':
    'The Smart Card service of Windows does not run: it stops with the last reader, or it is switched off. Run this in PowerShell as an administrator, then plug the reader in again.',
  'mac-driver':
    'If macOS does not find a reader that is plugged in, let it use the other CCID driver: run this in Terminal and restart the computer.',
  'plug-in': 'Plug in a card reader: it is found by itself.',
  'usb-rights':
    'If a reader is plugged in and not found: where pcscd does not run as root, it may lack the right to open it. Run this in a terminal, then plug the reader in again.',
  'in-use':
    'Another program is using the card. Close programs that work with cards (card managers, browsers with a signing add-on); the card is read as soon as it is free.',
}

const refused: Record<SignalRefusal, string> = {
  'not-allowed': 'This reader does not allow it.',
  'no-card': 'Lay a card on the reader first.',
  'no-reader': 'The reader is not there.',
}

const answer: Record<TapMeaning, string> = {
  filled: 'Card read',
  same: 'Same card again',
  offered: 'Another card: replace?',
  'too-short': 'Number too short',
  refused: 'Use another card',
  found: 'Found',
  tested: 'Card read',
  assigned: 'Card given',
  taken: 'Somebody else’s card',
  labelled: 'Labelled',
  'has-label': 'Has a label already',
  unknown: 'Nobody’s card',
  passing: 'Nobody’s card, not kept',
  full: 'No number left',
  nobody: 'Nobody waits',
  'not-saved': 'Not saved',
  'no-uid': 'No number from this card',
  'bad-answer': 'Answer makes no sense',
  moved: 'Hold it still',
  mute: 'Card does not answer',
  timeout: 'Take the card away',
  'in-use': 'In use by another program',
}

export const readers = {
  title: 'Readers',
  intro: 'Taps on this page are shown here and fill no form.',
  showIgnored: (count: number) => `Show ignored (${count})`,
  hideIgnored: 'Hide ignored',
  ignoredState: (decided: boolean) =>
    decided ? 'Ignored' : 'Ignored: a slot for contact cards or modules',
  name: 'Name',
  nameExample: 'Front desk left',
  nameHint: 'Kept on this computer.',
  mute: 'Mute',
  ignore: 'Ignore',
  signals: 'Lamp and buzzer',
  trySignal: 'Try lamp and buzzer',
  refused,
  last: 'Last card',
  noneYet: 'None yet',
  taps: 'Taps',
  unreadable: 'Unreadable',
  test: 'Test reader',
  endTest: 'End test',
  layACard: 'Lay a card on this reader.',
  atr: 'ATR',
  noAtr: 'None',
  warnings: 'Warnings',
  noWarnings: 'Nothing speaks against this card.',
  renderings: 'Renderings',
  command: 'To copy',
  copy: 'Copy',
  copied: 'Copied',
  cardOf: (name: string) => `Card of ${name}`,
  advice,
  answer,
}
