import { z } from 'zod'

/** How many rows a list shows at once. */
export const pageSizes = [10, 20, 50, 100] as const
export const pageSize = z.literal(pageSizes)
export type PageSize = z.infer<typeof pageSize>
