import { addDays, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { SavingsKind } from '../../../../shared/rules/default-savings.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { ProgramIndicatorsFacts } from '../../../../shared/statements/program-indicators.ts'
import type { CountedMember } from '../../../../shared/statements/program-people.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import type { MemberTable, Reader } from '../../db/tables.ts'
import { classifyLoans } from '../../services/loans/classes.ts'
import { listSavings } from '../../services/savings/list.ts'
import type { Reading } from '../../work.ts'
import { OwnReports, type Run } from '../meeting-book/own-reports.ts'
import { grantedIn, lineIn, savingsOf } from '../meeting-book/year-statements.ts'

/** Who is a member on the last day of a period, and the money at both its ends. Refuses a day the book cannot tell yet. */
export async function programIndicatorsFacts(
  reading: Reading,
  { from, to }: ReportParams<'programIndicators'>,
  language: Language,
  run: Run,
): Promise<ProgramIndicatorsFacts> {
  const own = new OwnReports(language, run)
  const start = await own.run({ report: 'balanceSheet', params: { asOf: addDays(from, -1) } })
  const end = await own.run({ report: 'balanceSheet', params: { asOf: to } })
  const grown = (amount: (balance: Statement) => number) => ({ start: amount(start), end: amount(end) })
  return {
    ...{ language, from, to, members: await countedMembers(reading, to) },
    money: {
      assets: grown(({ totals }) => totals.assets ?? 0),
      ownCapital: grown(({ totals }) => totals.equity ?? 0),
      savings: grown((balance) => sumSen(savingsOf(balance).map(({ amount }) => amount))),
      loans: grown(({ rows }) => lineIn(rows, 'A03')),
    },
    granted: grantedIn(await own.run({ report: 'cashFlow', params: { from, to } })),
  }
}

/** Who is a member on a day, as people are counted. */
export async function countedMembers(reading: Reading, day: string): Promise<CountedMember[]> {
  const people = await reading.db
    .selectFrom('member')
    .select(['id', 'sex', 'birth_date', 'disability', 'returnee'])
    .where('joined_on', '<=', day)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', day)]))
    .execute()
  const { rows: loans } = await classifyLoans(reading, { asOf: day })
  const borrowers = new Set(loans.filter(({ outstanding }) => outstanding > 0).map(({ memberId }) => memberId))
  const savers = await saversOn(reading, day)
  return people.map(({ id, sex, birth_date, disability, returnee }) => ({
    ...{ sex, birthDate: birth_date, hardest: hardestOf(disability), returnee: statusOf(returnee) },
    ...{ isBorrower: borrowers.has(id), isSaver: savers.has(id) },
  }))
}

/** Savings every member has to have: no sign that somebody saves. */
const owedKinds: ReadonlySet<SavingsKind> = new Set(['principal', 'mandatory', 'loan_linked'])

async function saversOn(reading: Reading, day: string): Promise<ReadonlySet<string>> {
  const owed = await owedProducts(reading.db)
  const { rows } = await listSavings(reading, { asOf: day, limit: Number.MAX_SAFE_INTEGER - 1 })
  const saving = rows.filter(({ product, balance }) => balance > 0 && !owed.has(product))
  return new Set(saving.map(({ memberId }) => memberId))
}

async function owedProducts(db: Reader): Promise<ReadonlySet<string>> {
  const products = await db.selectFrom('savings_product').select(['id', 'kind']).execute()
  return new Set(products.filter(({ kind }) => owedKinds.has(kind)).map(({ id }) => id))
}

function hardestOf(disability: MemberTable['disability']): number | null {
  const answers = disability === null ? [] : Object.values(JSON.parse(disability) as Record<string, number>)
  return answers.length === 0 ? null : Math.max(...answers)
}

function statusOf(returnee: MemberTable['returnee']): CountedMember['returnee'] {
  return returnee === null ? null : (JSON.parse(returnee) as { status: NonNullable<CountedMember['returnee']> }).status
}
