import type { Failure } from '../failure.ts'

/** The fields that a refusal without a path of its own is about, where the form has such a field. */
const fieldByCode: Readonly<Record<string, readonly string[]>> = {
  PERIOD_CLOSED: ['date', 'month'],
  INSUFFICIENT_BALANCE: ['amount'],
  CASH_BELOW_ZERO: ['amount', 'cashAccount'],
}

/** The same by the reason of a refusal, where its code says too little. */
const fieldByReason: Readonly<Record<string, string | readonly string[]>> = {
  approver_is_borrower: 'approvedBy',
  approver_is_guarantor: 'approvedBy',
  savings_above_due: 'amount',
  budget_line: 'approvedBy',
  budget_raised: 'approvedBy',
  fund_balance: 'approvedBy',
  fund_free: 'approvedBy',
  fund_is_lent_out: 'amount',
  fund_below_zero: 'amount',
  borrowing_out_of_bounds: ['amount', 'principal'],
  share_out_of_bounds: ['amount'],
  fund_has_money: 'state',
  fund_is_claimed: 'state',
}

/** Marks a path whose sentence is the refusal's own. */
export const refused = Symbol('refused')

export interface Problems {
  readonly byPath: ReadonlyMap<string, string | typeof refused>
  /** True where every problem stands beside a field that is on the screen. */
  readonly isBesideFields: boolean
  /** The sentence of the first problem without a field on the screen. */
  readonly elsewhere: string | undefined
}

const none: Problems = { byPath: new Map(), isBesideFields: false, elsewhere: undefined }

/** What a failure says of the fields on the screen, and whether it says anything beside them. */
export function problemsOf(
  failure: Failure | undefined,
  toField: (path: string) => string,
  shown: ReadonlySet<string>,
  toSentence: (word: string, data: Readonly<Record<string, unknown>>) => string,
): Problems {
  if (failure?.kind !== 'refusal') return none
  if (failure.issues.length === 0) {
    const about = fieldByReason[failure.reason ?? ''] ?? fieldByCode[failure.code] ?? []
    const field = [about].flat().find((name) => shown.has(name))
    return field === undefined ? none : { ...none, byPath: new Map([[field, refused]]), isBesideFields: true }
  }
  const issues = failure.issues.map(({ path, word, data }) => ({
    path: toField(path),
    sentence: toSentence(word, { ...failure.data, ...data }),
  }))
  const hidden = issues.find(({ path }) => !shown.has(path))
  return {
    byPath: new Map(issues.map(({ path, sentence }) => [path, sentence])),
    isBesideFields: hidden === undefined,
    elsewhere: hidden?.sentence,
  }
}
