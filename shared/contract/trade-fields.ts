import { z } from 'zod'
import { dateSchema, quantitySchema, requestIdSchema, textSchema } from './fields.ts'
import { idSchema } from './procedure.ts'

const linesMax = 1_000

export function linesOf<Line extends z.ZodType>(line: Line) {
  return z.array(line).min(1, 'no_goods').max(linesMax, 'too_many_lines')
}

/** Goods alone, without money. */
export const quantities = linesOf(z.strictObject({ itemId: idSchema, qty: quantitySchema }))

/** What every document of goods says besides its lines. */
export const goodsHead = {
  requestId: requestIdSchema,
  date: dateSchema,
  /** Where the goods lie; the shop unless said otherwise. */
  locationId: idSchema.optional(),
  note: textSchema(500).optional(),
}
