import type { DeskReaderStatus, Surroundings } from './desk-reader.ts'

/** What can be done so that cards can be read. */
export type ReaderAdvice =
  | 'install-pcscd'
  | 'start-pcscd'
  | 'polkit' // the service refuses this person
  | 'kernel-nfc' // the kernel's NFC driver holds the reader
  | 'windows-service'
  | 'mac-driver'
  | 'plug-in'
  | 'usb-rights' // the service, which does not run as root, may not open the reader
  | 'in-use' // another program holds the card

export function readerAdvice(status: DeskReaderStatus): readonly ReaderAdvice[] {
  const { service, around } = status
  if (service === 'no-service') return [serviceAdvice(status)]
  if (service === 'no-reader') {
    if (around.kernelNfc) return ['kernel-nfc']
    return ['plug-in', ...notFound[around.system]]
  }
  const held = status.readers.some(
    ({ slot, ignored }) => !ignored && slot.kind === 'unreadable' && slot.reason === 'in-use',
  )
  return held ? ['in-use'] : []
}

/** What may be wrong with a reader that is plugged in all the same. */
const notFound: Readonly<Record<Surroundings['system'], readonly ReaderAdvice[]>> = {
  linux: ['usb-rights'],
  windows: [],
  mac: ['mac-driver'],
}

function serviceAdvice({ reason, around }: DeskReaderStatus): ReaderAdvice {
  if (around.system === 'windows') return 'windows-service'
  if (around.system === 'mac') return 'mac-driver'
  if (around.daemonMissing) return 'install-pcscd'
  return reason === 'access-denied' ? 'polkit' : 'start-pcscd'
}

/** The command or rule to copy; null where there is nothing to type. */
export const adviceText: Readonly<Record<ReaderAdvice, string | null>> = {
  'install-pcscd': 'sudo apt install pcscd && sudo systemctl enable --now pcscd.socket',
  'start-pcscd': 'sudo systemctl enable --now pcscd.socket',
  // The rule that the package installs: `resources/linux/90-tapdesk.rules`.
  polkit: `polkit.addRule(function (action, subject) {
  var isSmartCard =
    action.id == 'org.debian.pcsc-lite.access_pcsc' || action.id == 'org.debian.pcsc-lite.access_card'
  if (isSmartCard && subject.isInGroup('plugdev')) return polkit.Result.YES
})`,
  'kernel-nfc':
    "printf 'blacklist pn533_usb\\nblacklist pn533\\nblacklist nfc\\n' | sudo tee /etc/modprobe.d/tapdesk-nfc.conf && sudo modprobe -r pn533_usb",
  // The rules that the package installs: `resources/linux/70-tapdesk-readers.rules`.
  'usb-rights': `sudo tee /etc/udev/rules.d/70-tapdesk-readers.rules <<'END'
SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:0b0000:*", MODE="0660", GROUP="pcscd", TAG+="uaccess"
SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="072f", ATTR{idProduct}=="2200", MODE="0660", GROUP="pcscd", TAG+="uaccess"
END
sudo udevadm control --reload`,
  'windows-service': 'Set-Service SCardSvr -StartupType Automatic; Start-Service SCardSvr',
  'mac-driver':
    'sudo defaults write /Library/Preferences/com.apple.security.smartcard useIFDCCID -bool yes',
  'plug-in': null,
  'in-use': null,
}
