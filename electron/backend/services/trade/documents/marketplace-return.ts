import type { Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { feesAccount, type MoneyPart, prepaidTaxAccount } from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Work } from '../../../work.ts'
import { tradeUnit } from './goods.ts'

type Input = Inputs['trade']['returnSale']

interface Returning {
  /** The sale. */
  readonly documentId: string
  readonly partnerId: string | undefined
  /** What the goods that come back were sold for, sen. */
  readonly total: number
}

const kept = { feeReturned: feesAccount, withheldReturned: prepaidTaxAccount } as const
type Field = keyof typeof kept
const fields = Object.keys(kept) as Field[]

/**
 * What a marketplace gives back of what it kept of a sale, and what it keeps for good, sen. Refuses INVALID_INPUT
 * `above_kept` for more than it kept and has not given back, `not_together` with money over the counter, and
 * `paid_above_total` for more than the goods come to.
 */
export async function releasedByMarketplace(work: Work, input: Input, { documentId, partnerId, total }: Returning) {
  const left = await keptOf(work.tx, documentId)
  for (const field of fields) {
    const { [field]: amount = 0 } = input
    if (amount > 0 && input.cashAccount !== undefined) throw invalidInput([field], 'not_together')
    if (amount > left[field]) throw invalidInput([field], 'above_kept', { available: left[field] })
  }
  const { feeReturned = 0, withheldReturned = 0 } = input
  const back = feeReturned + withheldReturned
  if (back > total) {
    throw invalidInput([feeReturned > 0 ? 'feeReturned' : 'withheldReturned'], 'paid_above_total', { available: total })
  }
  const parts: MoneyPart[] = [
    { account: feesAccount, amount: feeReturned, partnerId, unit: tradeUnit },
    { account: prepaidTaxAccount, amount: withheldReturned, partnerId },
  ]
  return {
    parts: parts.filter(({ amount }) => amount > 0),
    total: back,
    stays: left.feeReturned + left.withheldReturned - back,
  }
}

/** What was kept of a sale, less what was given back of it by documents that stand, sen. */
export async function keptOf(db: Reader, documentId: string): Promise<Record<Field, number>> {
  const rows = await db
    .selectFrom('trade_document as d')
    .innerJoin('journal_line as l', 'l.entry_id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .select(['l.account', (eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('net')])
    .where((eb) => eb.or([eb('d.id', '=', documentId), eb('d.of_document_id', '=', documentId)]))
    .where('l.account', 'in', Object.values(kept))
    .where('r.id', 'is', null)
    .groupBy('l.account')
    .execute()
  const on = (account: string) => rows.find((row) => row.account === account)?.net ?? 0
  return { feeReturned: on(kept.feeReturned), withheldReturned: on(kept.withheldReturned) }
}
