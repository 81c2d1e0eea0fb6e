import { oc } from '@orpc/contract'
import { z } from 'zod'
import { textSchema } from './fields.ts'

/** Who may call; the router checks it once, for every door. A trainer has a treasurer's rights in practice books only. */
export const roles = ['treasurer', 'cashier', 'chair', 'supervisor', 'trainer', 'facilitator'] as const
export type Role = (typeof roles)[number]

export interface ProcedureMeta {
  readonly roles: readonly Role[]
  /** False for what works before any book is open. */
  readonly needsBook: boolean
}

const everyone: readonly Role[] = ['treasurer', 'cashier', 'chair', 'supervisor', 'trainer']
const base = oc.$meta<ProcedureMeta>({ roles: everyone, needsBook: true })

/** A procedure that only reads. */
export const reading = base

/** What the treasurer records. */
export const recording = base.meta({ roles: ['treasurer', 'trainer'], needsBook: true })

/** Daily money over the counter: the cashier may record it too. */
export const counter = base.meta({ roles: ['treasurer', 'cashier', 'trainer'], needsBook: true })

/** What needs the chair as well as the treasurer's knowledge: unlocking, restoring. */
export const governing = base.meta({ roles: ['treasurer', 'chair', 'trainer'], needsBook: true })

/** What works before a book is open: finding, making and opening one. */
export const beforeBook = base.meta({ roles: everyone, needsBook: false })

/** An amount in sen as an answer: any sign, never a fraction. */
export const senAnswer = z.int()

/** Ids are opaque; they are looked up, never read. */
export const idSchema = textSchema(64).min(1, 'required')

/** What every posting answers. `warnings` are codes where a screen would ask back. */
export const postedShape = {
  entryId: z.string(),
  voucher: z.string(),
  date: z.string(),
  hash: z.string(),
  warnings: z.array(z.string()),
}
export const postedSchema = z.object(postedShape)
export type PostedAnswer = z.infer<typeof postedSchema>

/** How a list is read in pages: hand the last answer's `nextCursor` back for more. */
export const pageShape = {
  limit: z.int().min(1).max(10_000).optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of rows. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable() })
}

/** The language of names and sentences in an answer; Indonesian unless asked otherwise. */
export const languageSchema = z.enum(['id', 'en'])
