import { Stop } from '../setup/say.mjs'

/** A profile and a place among the installed programs of its own. */
const testNames = {
  productName: 'Tapdesk TEST',
  appId: 'fi.tapdesk.app.test',
  extraMetadata: { productName: 'Tapdesk TEST' },
}

/**
 * What a package is called and made of. `electron` is setup's choice, `pinned` the version that may
 * be shipped. Anything else is a package for tests, named so; a release of it is refused.
 *
 * @param {{ release: boolean, inspectable: boolean }} wishes inspectable: a twin to which Playwright
 *   can attach, different in that fuse only
 */
export function packagePlan({ release, inspectable }, electron, pinned) {
  const isPinned = electron.kind === 'official' && electron.version === pinned
  if (release && !isPinned) {
    throw new Stop(
      `A release is built with Electron ${pinned} and nothing else; here is ${electron.version} (${electron.kind}).`,
    )
  }
  if (release && inspectable) throw new Stop('A release cannot be inspectable.')
  const forTests = !isPinned || inspectable
  return {
    targets: release ? null : ['dir'],
    output: ['dist', ...(forTests ? ['test-only'] : []), ...(inspectable ? ['inspectable'] : [])],
    names: forTests ? testNames : {},
    useOwnElectron: !isPinned,
  }
}
