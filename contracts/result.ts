/** Outcomes as they cross a boundary; the type itself belongs to `core/outcome.ts`. */
export { type Failure, type Ok, type Result, fail, ok } from '../core/outcome.ts'
