import type { Role } from '../../../core/role.ts'
import { type Desk, bearer, request } from '../../support/cloud-desk.ts'
import type { CloudUnderTest } from '../cloud-under-test.ts'
import type { Caller } from './calls.ts'
import type { Standing } from './policy.ts'

/** Who calls, and what the cloud is to see in them. */
export type Callers = {
  readonly desks: Readonly<Record<Role, Desk>>
  readonly headers: Readonly<Record<Caller, Readonly<Record<string, string>>>>
  readonly standing: Readonly<Record<Caller, Standing>>
}

export type Staff = Awaited<ReturnType<typeof enrolled>>

/** Somebody of each role, beside the Account Admin whom the campaign is given. */
export async function enrolled(cloud: CloudUnderTest) {
  return {
    regionalAdmin: await cloud.enrol('regional-admin'),
    installer: await cloud.enrol('installer'),
    user: await cloud.enrol('user'),
  }
}

/** All of them, signed in now; and one who has signed out again. */
export async function signedIn(cloud: CloudUnderTest, staff: Staff): Promise<Callers> {
  const [admin, leaving, left] = [await cloud.signIn(), await cloud.signIn(), await cloud.signIn()]
  await request(cloud.url, '/v1/sign-out', { method: 'POST', headers: bearer(left.token) })
  const desks = {
    'account-admin': admin,
    'regional-admin': await cloud.signIn(staff.regionalAdmin),
    installer: await cloud.signIn(staff.installer),
    user: await cloud.signIn(staff.user),
  }
  const standing = (role: Role): Standing => ({
    personId: desks[role].signedIn.person.id,
    role,
    regionId: cloud.regionId,
  })
  return {
    desks,
    headers: {
      'account-admin': bearer(admin.token),
      'regional-admin': bearer(desks['regional-admin'].token),
      installer: bearer(desks.installer.token),
      user: bearer(desks.user.token),
      leaving: bearer(leaving.token),
      left: bearer(left.token),
      nobody: {},
      stranger: bearer('0'.repeat(43)),
      garbled: { authorization: `Basic ${'\u00e4'.repeat(20)}` },
    },
    standing: {
      'account-admin': standing('account-admin'),
      'regional-admin': standing('regional-admin'),
      installer: standing('installer'),
      user: standing('user'),
      leaving: standing('account-admin'),
      left: null,
      nobody: null,
      stranger: null,
      garbled: null,
    },
  }
}
