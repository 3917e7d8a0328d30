import { describe, expect, it } from 'vitest'
import { packagePlan } from './plan.mjs'

const pinned = '45.4.1'
const official = { kind: 'official', version: pinned }
const standIn = { kind: 'stand-in', version: '33.2.1' }
const plain = { release: false, inspectable: false }

describe('the plan of a package', () => {
  it('is the real thing around the pinned Electron', () => {
    const plan = packagePlan(plain, official, pinned)
    expect(plan).toMatchObject({ output: ['dist'], names: {}, useOwnElectron: false })
  })

  it.each([
    ['the stand-in', plain, standIn],
    ['an Electron somebody asked for', plain, { kind: 'given', version: pinned }],
    ['another version of the official one', plain, { kind: 'official', version: '44.0.0' }],
    ['the inspectable twin', { release: false, inspectable: true }, official],
  ])('says TEST in its name and its folder for %s', (_what, wishes, electron) => {
    const plan = packagePlan(wishes, electron, pinned)
    expect(plan.output.slice(0, 2)).toEqual(['dist', 'test-only'])
    expect(plan.names.productName).toBe('Tapdesk TEST')
    expect(plan.names.extraMetadata.productName).toBe('Tapdesk TEST')
  })

  it('refuses to release anything but the pinned Electron', () => {
    const release = { release: true, inspectable: false }
    expect(() => packagePlan(release, standIn, pinned)).toThrow('45.4.1 and nothing else')
    expect(() => packagePlan(release, { kind: 'given', version: pinned }, pinned)).toThrow(
      '(given)',
    )
    expect(packagePlan(release, official, pinned).targets).toBeNull()
  })

  it('refuses to release a package that can be inspected', () => {
    expect(() => packagePlan({ release: true, inspectable: true }, official, pinned)).toThrow(
      'inspectable',
    )
  })
})
