import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { allowanceAccount } from '../../../../shared/rules/entries/loan-line.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { CollectibilityFacts } from '../../../../shared/statements/collectibility.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { classifyLoans } from '../../services/loans/classes.ts'
import type { Reading } from '../../work.ts'

/** What `loans.classify` answers, with the allowance that is already in the books. */
export async function collectibilityFacts(
  reading: Reading,
  { asOf }: ReportParams<'collectibility'>,
  language: Language,
): Promise<CollectibilityFacts> {
  const { preset, kept, rows, totals } = await classifyLoans(reading, { asOf })
  const { riskWeighted, riskPct, difference } = totals
  const formed = await formedUntil(reading.db, asOf)
  return { language, asOf, preset, kept, loans: rows, riskWeighted, riskPct, difference, formed }
}

async function formedUntil(db: Reader, asOf: string): Promise<number> {
  const own = (await movementsUntil(db, asOf)).filter(({ account }) => account === allowanceAccount)
  return sumSen(own.map(({ debit, credit }) => credit - debit))
}
