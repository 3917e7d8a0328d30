import type { Operation } from '../../core/operation.ts'
import { applyCardStep } from './apply-card-step.ts'
import { applyCreate } from './apply-create.ts'
import { applyDelete } from './apply-delete.ts'
import { applyGrant } from './apply-grant.ts'
import { applyMoveCard } from './apply-move-card.ts'
import { applyResend } from './apply-resend.ts'
import { applyUpdate } from './apply-update.ts'
import { type OperationContext, type Settled, refused } from './operation-context.ts'
import { withAuthor } from './with-author.ts'

/** Carries out one operation, or says why it never will be. Writes nothing when it refuses. */
export async function applyOperation(
  context: OperationContext,
  operation: Operation,
): Promise<Settled> {
  const settled = await carryOut(context, operation)
  if (settled.outcome === 'applied') return settled
  return refused(await withAuthor(context, operation.recordId, settled.problem))
}

function carryOut(context: OperationContext, operation: Operation): Promise<Settled> {
  switch (operation.method) {
    case 'create':
      return applyCreate(context, operation)
    case 'update':
      return applyUpdate(context, operation)
    case 'delete':
      return applyDelete(context, operation)
    case 'grant':
      return applyGrant(context, operation)
    case 'resend':
      return applyResend(context, operation)
    case 'move-card':
      return applyMoveCard(context, operation)
    case 'card':
      return applyCardStep(context, operation)
  }
}
