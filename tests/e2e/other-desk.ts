import type { PersonFields } from '../../core/person.ts'
import { appliedChange, createOf, signInDesk } from '../support/cloud-desk.ts'
import type { OwnCloud } from '../support/own-cloud.ts'

/** Another desk of the same account, without a window. */
export async function createOtherDesk(cloud: OwnCloud) {
  const desk = await signInDesk(cloud.url, cloud.demo)
  return {
    create: async (fields: Partial<PersonFields>) => {
      const [result] = await desk.send(createOf(fields))
      return appliedChange(result)
    },
  }
}
