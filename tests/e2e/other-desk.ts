import type { PersonFields } from '../../core/person.ts'
import { appliedChange, createOf, signInDesk } from '../support/cloud-desk.ts'
import type { OwnCloud } from '../support/own-cloud.ts'

/** Another desk of the same account, without a window. */
export async function createOtherDesk(cloud: OwnCloud) {
  const desk = await signInDesk(cloud.url, cloud.demo)
  const createAll = async (people: readonly Partial<PersonFields>[]) => {
    const results = await desk.send(...people.map((fields) => createOf(fields)))
    return results.map(appliedChange)
  }
  return {
    createAll,
    create: async (fields: Partial<PersonFields>) => (await createAll([fields]))[0],
    /** What the cloud says of whoever has this email. */
    find: async (email: string) => {
      const { changes } = await desk.changes()
      return changes.find(({ state }) => state?.email === email)?.state
    },
  }
}
