import { addDays, firstDayOfYear } from '../../../../../shared/calendar.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import type { HealthBasis, HealthLoan } from '../../../../../shared/rules/health-figures.ts'
import { sumSen } from '../../../../../shared/rules/money.ts'
import { balanceSheet } from '../../../../../shared/statements/balance-sheet.ts'
import type { Row } from '../../../../../shared/statements/statement.ts'
import { surplus } from '../../../../../shared/statements/surplus.ts'
import type { Reader } from '../../../db/tables.ts'
import { netMovesIn } from '../../../ledger/net-moves.ts'
import { balanceSheetFacts } from '../../../reports/balance-sheet/facts.ts'
import { surplusFacts } from '../../../reports/surplus/facts.ts'
import type { Reading } from '../../../work.ts'
import { classifyLoans } from '../../loans/classes.ts'
import { yearsWithEntries } from '../closed-years.ts'
import { outsidePrices } from '../promotion/prices.ts'
import { dividedIfEarned } from '../surplus.ts'
import { endOfYear } from '../year-end.ts'

/** Loans of other cooperatives and of the time before the program, which no record of a loan stands behind. */
const otherLoans = ['13301', '13302']

/** What a year's health is reckoned from, at its end or as far as the book goes, sen. */
export interface YearBasis extends HealthBasis {
  readonly asOf: string
  /** The same lines at the end of the year before. */
  readonly balanceBefore: (line: string) => number
  /** What the same days of the year before earned. */
  readonly resultBefore: (line: string) => number
}

/** Reads the year's statements and loans; refuses INVALID_INPUT `no_entries_in_year`. */
export async function healthBasis(reading: Reading, year: number): Promise<YearBasis> {
  const { db } = reading
  if (!(await yearsWithEntries(db)).includes(year)) throw invalidInput(['year'], 'no_entries_in_year', { year })
  const asOf = await endOfYear(reading, year)
  const span = { from: firstDayOfYear(year), to: asOf }
  const sheet = balanceSheet(await balanceSheetFacts(reading, { asOf }, 'id'))
  const results = surplus(await surplusFacts(reading, span, 'id'))
  const classified = await classifyLoans(reading, { asOf })
  const guaranteed = await guaranteedLoans(db)
  const division = await dividedIfEarned(reading, year)
  return {
    asOf,
    balanceOf: lineOf(sheet.rows, 'current'),
    balanceBefore: lineOf(sheet.rows, 'compared'),
    resultOf: lineOf(results.rows, 'current'),
    resultBefore: lineOf(results.rows, 'compared'),
    loans: classified.rows.map((row): HealthLoan => {
      const { class: own, outstanding, collateral, loanId } = row
      return { class: own, outstanding, collateral, isGuaranteed: guaranteed.has(loanId) }
    }),
    lentToMembers: await lentIn(db, year, asOf),
    lentToOthers: await lentToOthersIn(db, year),
    memberSurplus: division?.answer.totals.members ?? 0,
    memberPromotion: (await outsidePrices(reading, { year })).benefit,
  }
}

function lineOf(rows: readonly Row[], column: 'current' | 'compared'): (line: string) => number {
  const amounts = new Map(rows.map((row) => [row.line, Number(row[column] ?? 0)]))
  return (line) => amounts.get(line) ?? 0
}

/** Loans somebody answers for: a guarantor, or the group together. */
async function guaranteedLoans(db: Reader): Promise<Set<string>> {
  const guarantors = await db.selectFrom('loan_guarantor').select('loan_id').distinct().execute()
  const groups = await db.selectFrom('loan_agreement').select('loan_id').where('joint_liability', '=', 1).execute()
  return new Set([...guarantors, ...groups].map(({ loan_id }) => loan_id))
}

/** Principal paid out on loans in a year, without what was taken over or taken back, sen. */
export async function lentIn(db: Reader, year: number, asOf: string): Promise<number> {
  const row = await db
    .selectFrom('loan_instalment as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'i.loan_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select((eb) => eb.fn.sum<number | null>('a.principal').as('lent'))
    .where('i.n', '=', (eb) => eb.lit(1))
    .where('e.kind', '=', 'ordinary')
    .where('e.date', '>=', firstDayOfYear(year))
    .where('e.date', '<=', asOf)
    .where((eb) => eb.or([eb('r.id', 'is', null), eb('r.date', '>', asOf)]))
    .executeTakeFirst()
  return row?.lent ?? 0
}

async function lentToOthersIn(db: Reader, year: number): Promise<number> {
  const moves = await netMovesIn(db, year, otherLoans)
  return sumSen(moves.filter(({ amount }) => amount < 0).map(({ amount }) => 0 - amount))
}

/** The last day of the year before. */
export function dayBeforeYear(year: number): string {
  return addDays(firstDayOfYear(year), -1)
}
