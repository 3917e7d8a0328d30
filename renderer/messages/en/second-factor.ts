export const secondFactor = {
  title: 'Two-step sign-in',
  about:
    'Then your password alone lets nobody in: a code of an authenticator app on your phone is asked for too.',
  password: 'Password',
  passwordHint: 'The one that you sign in with.',
  missingPassword: 'Give your password.',
  next: 'Next',
  scan: 'Scan this with an authenticator app on your phone.',
  picture: 'QR code for your authenticator app',
  secret: 'Or type this into the app',
  code: 'Code',
  codeHint: 'The 6 digits that the app shows now.',
  missingCode: 'Give the code.',
  turnOn: 'Turn on',
  isOn: 'Two-step sign-in is on.',
  codesTitle: 'Recovery codes',
  codesAbout:
    'Without your phone each of these lets you in once. They are shown only now: keep them where you find them, and not on this computer.',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  done: 'I have kept them',
  notAgain: 'These codes are not shown again. Keep them first.',
  since: (date: string) => `On since ${date}.`,
  left: (count: number) => {
    if (count === 0) return 'No recovery code is left: make new ones.'
    return count === 1 ? '1 recovery code is left.' : `${count} recovery codes are left.`
  },
  proofAbout: 'Show who you are to change anything.',
  proofCodeHint: 'Of your authenticator app, or a recovery code.',
  byCode: 'Use a code instead',
  byPassword: 'Use your password instead',
  renew: 'New recovery codes',
  turnOff: 'Turn off',
  cancel: 'Cancel',
  close: 'Close',
  wait: 'Asking the cloud …',
}
