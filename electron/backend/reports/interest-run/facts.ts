import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { withheldTaxAccount } from '../../../../shared/rules/entries/savings-interest.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { AccountInterest, InterestRunFacts } from '../../../../shared/statements/interest-run.ts'
import type { Reader } from '../../db/tables.ts'
import { runOf } from '../../ledger/interest-runs.ts'
import { previewInterest } from '../../services/savings/interest-run.ts'
import type { Reading } from '../../work.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** The interest of a month as it was posted, or as it would be now. */
export async function interestRunFacts(
  reading: Reading,
  { month }: ReportParams<'interestRun'>,
  language: Language,
): Promise<InterestRunFacts> {
  const { db } = reading
  const names = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  const run = await runOf(db, month)
  if (run) return { language, month, run, accounts: await postedInterest(db, run.seq, names) }
  const { rows } = await previewInterest(reading, { month })
  const accounts = rows
    .filter(({ gross }) => gross > 0)
    .map(({ number: cardNumber, product, ...row }) => ({
      ...row,
      cardNumber,
      productName: names.get(product) ?? product,
    }))
  return { language, month, run: null, accounts }
}

/** What the lines of a run say of each account: its interest is a cost, what was kept of it is owed to the state. */
async function postedInterest(db: Reader, seq: number, names: ReadonlyMap<string, string>): Promise<AccountInterest[]> {
  const lines = await db
    .selectFrom('journal_line as l')
    .innerJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .select(['s.id as savingsAccountId', 's.code as cardNumber', 's.account as savedOn', 's.product'])
    .select(['m.id as memberId', 'm.code as memberNumber', 'm.name as memberName'])
    .select(['l.account', 'l.debit', 'l.credit'])
    .where('l.seq', '=', seq)
    .orderBy('m.sort')
    .orderBy('p.sort')
    .orderBy('s.code')
    .execute()
  return [...Map.groupBy(lines, (line) => line.savingsAccountId).values()].map((own) => {
    const [first] = own as [(typeof own)[number]]
    const { savingsAccountId, cardNumber, memberId, memberNumber, memberName, product } = first
    const gross = sumSen(own.map(({ debit }) => debit))
    const tax = sumSen(own.filter(({ account }) => account === withheldTaxAccount).map(({ credit }) => credit))
    const named = { savingsAccountId, cardNumber, memberId, memberNumber, memberName }
    return { ...named, productName: names.get(product) ?? product, gross, tax, net: sumSen([gross, -tax]) }
  })
}
