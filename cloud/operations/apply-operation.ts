import type { Operation } from '../../core/operation.ts'
import { applyCreate } from './apply-create.ts'
import { applyDelete } from './apply-delete.ts'
import { applyUpdate } from './apply-update.ts'
import { type OperationContext, type Settled, refused } from './operation-context.ts'

/** Carries out one operation, or says why it never will be. Writes nothing when it refuses. */
export function applyOperation(context: OperationContext, operation: Operation): Promise<Settled> {
  switch (operation.method) {
    case 'create':
      return applyCreate(context, operation)
    case 'update':
      return applyUpdate(context, operation)
    case 'delete':
      return applyDelete(context, operation)
    case 'grant':
    case 'resend':
      return Promise.resolve(refused({ code: 'forbidden' }))
  }
}
