import { allocate, type Sen, sen, sumSen } from './money.ts'
import { savingsInterestTax } from './savings-interest-tax.ts'

/** Interest a member was paid in a month and the tax that was kept of it, in sen. */
export interface PaidInterest {
  readonly gross: Sen
  readonly tax: Sen
}

/** Interest about to be paid to a member. */
export interface DueInterest {
  readonly memberId: string
  readonly gross: Sen
}

/**
 * What is kept now of interest paid in a month, part by part, in sen: the limit is tested on all the member is paid in
 * the month, over all accounts, what was paid before included (accounting.md section 2.2), and the tax is spread over
 * the parts of now by their size, whole rupiah each. Where what was paid before makes more due than is paid now, all
 * of it is kept and `short` says what is missing.
 */
export function withheldNow(before: PaidInterest, now: readonly Sen[]): { taxes: Sen[]; short: Sen } {
  const gross = sumSen(now)
  const { tax: due } = savingsInterestTax({ grossInMonth: sumSen([before.gross, gross]), memberKind: 'individual' })
  const owed = Math.max(0, due - before.tax)
  const kept = sen(Math.min(owed, gross))
  const taxes = kept === 0 ? now.map(() => sen(0)) : kept === gross ? [...now] : allocate(kept, now, 100)
  return { taxes, short: sen(owed - kept) }
}

/**
 * The tax on interest that is paid to many members at once. `before` is what each was paid earlier in the month. Rows
 * come back in their order with `tax` and `net`; `short` is what could not be kept of anybody.
 */
export function withTax<Row extends DueInterest>(rows: readonly Row[], before: ReadonlyMap<string, PaidInterest>) {
  const taxes = new Map<Row, Sen>()
  let short = 0
  for (const [memberId, own] of Map.groupBy(rows, (row) => row.memberId)) {
    const paid = before.get(memberId) ?? { gross: sen(0), tax: sen(0) }
    const kept = withheldNow(
      paid,
      own.map(({ gross }) => gross),
    )
    for (const [index, row] of own.entries()) taxes.set(row, kept.taxes[index] ?? sen(0))
    short += kept.short
  }
  const taxed = rows.map((row) => {
    const tax = taxes.get(row) ?? sen(0)
    return { ...row, tax, net: sen(row.gross - tax) }
  })
  return { rows: taxed, short: sen(short) }
}
