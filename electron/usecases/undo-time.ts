/** How long Undo is offered for what was recorded, in milliseconds: it is not sent before. */
export const undoMs = 10_000
