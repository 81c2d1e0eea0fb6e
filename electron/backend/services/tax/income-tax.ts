import { firstDayOfYear, lastDayOfYear } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { article31e } from '../../../../shared/rules/article-31e.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'

type IncomeTaxAnswer = NonNullable<Answers['tax']['sheet']['article31e']>

interface Asked {
  readonly year: number
  readonly turnover: number
  /** Instead of what the books say, sen. */
  readonly taxableIncome?: number | undefined
}

const incomeTaxExpense = '59102'
const bankInterestAccount = '48101'

/** The income tax of a year under article 31E, with every step of its arithmetic, sen. */
export async function incomeTaxOf(
  { db, today }: Reading,
  { year, turnover, taxableIncome: said }: Asked,
): Promise<IncomeTaxAnswer> {
  const earned = await earnedByAccount(db, year)
  const on = (fits: (account: string) => boolean) =>
    earned.filter(({ account }) => fits(account)).reduce((sum, { net }) => sum + net, 0)
  const surplus = on((account) => !account.startsWith('59'))
  const bankInterest = on((account) => account === bankInterestAccount)
  const grants = on((account) => account.startsWith('482') || account.startsWith('582'))
  const taxableIncome = said ?? Math.max(0, surplus - bankInterest - grants)
  const { halfRated, fullRated, tax } = article31e({ turnover, income: taxableIncome })
  return {
    ...{
      isOver: today > lastDayOfYear(year),
      surplus,
      bankInterest,
      grants,
      taxableIncome,
      isSaid: said !== undefined,
    },
    ...{ halfRated, fullRated, tax, recorded: 0 - on((account) => account === incomeTaxExpense) },
  }
}

/** Income less expenses of a year by account, without the entries that close it. */
function earnedByAccount(db: Reader, year: number) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select('l.account')
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('net'))
    .where('a.type', 'in', ['income', 'expense'])
    .where('e.kind', '<>', 'closing')
    .where('l.entry_date', '>=', firstDayOfYear(year))
    .where('l.entry_date', '<=', lastDayOfYear(year))
    .groupBy('l.account')
    .execute()
}
