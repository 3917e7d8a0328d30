export const shortcuts = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  keys: { enter: 'Enter', escape: 'Esc', control: 'Ctrl', shift: 'Shift', command: '⌘' },
  what: {
    newPerson: 'New person',
    search: 'Search',
    send: 'Send the form',
    email: 'Go to Email',
    escape: 'Close, or ask before discarding',
    discard: 'Discard changes',
    sync: 'Sync now',
    zoom: 'Larger, smaller, normal size',
    help: 'Show this list',
  },
}
