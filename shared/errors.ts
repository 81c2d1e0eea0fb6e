/**
 * The three kinds of failure. A refusal and trouble outside carry a declared code and cross the API as they are;
 * everything else is a bug and crosses it as INTERNAL without inner text.
 */
export const refusalCodes = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'PERIOD_CLOSED',
  'UNBALANCED',
  'INSUFFICIENT_BALANCE',
  'CASH_BELOW_ZERO',
  'STOCK_BELOW_ZERO',
  'REQUEST_ID_REUSED',
  'ALREADY_REVERSED',
  'ALREADY_DONE',
  'ALREADY_EXISTS',
  'NEEDS_APPROVAL',
  'BOOK_LOCKED',
  'NOT_A_BOOK',
  'BOOK_NEWER',
  'BOOK_DAMAGED',
  'DISK_FULL',
  'DISK_ERROR',
  'READ_ONLY',
  'CANCELLED',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** What a refusal tells beside its code: plain JSON, amounts in sen, dates `YYYY-MM-DD`. */
export type RefusalData = Readonly<Record<string, unknown>>

/**
 * Something the user can act on. `reason` narrows the code to one sentence of the dictionary
 * (`error.<code>.<reason>`); without it the code's general sentence is shown.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly reason: string | undefined
  readonly data: RefusalData

  constructor(code: RefusalCode, reason?: string, data: RefusalData = {}) {
    super(reason === undefined ? code : `${code}: ${reason}`)
    this.code = code
    this.reason = reason
    this.data = data
  }
}

/** Refuses with INVALID_INPUT at one field of the input, in the shape zod's own issues have. */
export function invalidInput(path: readonly (string | number)[], reason: string, data: RefusalData = {}): Refusal {
  return new Refusal('INVALID_INPUT', reason, { ...data, issues: [{ path: [...path], message: reason }] })
}

/** Throws a bug: something the program itself must never let happen. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${what}`)
}
