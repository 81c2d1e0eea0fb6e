import { z } from 'zod'
import { senAnswer } from './procedure.ts'
import { tradeKinds } from './trade-kinds.ts'

/** A document of goods without its lines. */
export const documentHead = z.object({
  documentId: z.string(),
  kind: z.enum(tradeKinds),
  /** Its voucher, or the number of its own where no money moved. */
  number: z.string(),
  entryId: z.string().nullable(),
  date: z.string(),
  /** When what stayed owed is to be paid; null where that was not agreed. */
  dueOn: z.string().nullable(),
  memberId: z.string().nullable(),
  partnerId: z.string().nullable(),
  partyName: z.string().nullable(),
  locationId: z.string().nullable(),
  /** Where goods went that were moved. */
  toLocationId: z.string().nullable(),
  /** By which all of it is taken back where no entry stands behind it. */
  requestId: z.string().nullable(),
  total: senAnswer,
  reversedBy: z.string().nullable(),
  ofDocumentId: z.string().nullable(),
  note: z.string().nullable(),
  /** Who signed a count. */
  countedBy: z.array(z.string()),
})
