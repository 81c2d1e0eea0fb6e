import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import { draftLines } from '../../../shared/rules/entries/journal.ts'
import { openingBalances, openingClearingAccount } from '../../../shared/rules/entries/opening.ts'
import { inPieces } from '../db/pieces.ts'
import type { Reader, Subledger } from '../db/tables.ts'
import { post } from '../ledger/post.ts'
import type { Work } from '../work.ts'
import { savingsTermsOf } from './savings/terms.ts'

type Opening = Inputs['opening']['post']

/**
 * Subledgers an opening does not take, and why: goods and equipment are taken over where they are counted (their own
 * procedures write against 36901 as well), cards of the others would not say how their balances came to be.
 */
const elsewhere: Readonly<Partial<Record<Subledger, string>>> = {
  item: 'opening_of_goods',
  asset: 'opening_of_assets',
  loan: 'opening_kind_later',
  borrowing: 'opening_kind_later',
  person: 'opening_kind_later',
}
const elsewhereTaken = Object.keys(elsewhere) as Subledger[]

/**
 * Balances taken over from the paper books, in as many steps as are needed: what does not balance stands in 36901, and
 * the answer tells what stands there now, credit positive. Income and expense may be among them, for who begins within
 * a year.
 */
export async function postOpening(work: Work, input: Opening): Promise<Answers['opening']['post']> {
  await requireKnownKinds(work.tx, input.lines)
  const { date, description, unit = 'general' } = input
  const savings = await savingsTermsOf(work.tx, input.lines)
  const lines = draftLines(input.lines).map((line) => ({
    ...line,
    unit: line.unit ?? savings.get(line.savingsAccountId ?? '')?.unit,
  }))
  const posted = await post(work, openingBalances({ date, description, unit, lines }))
  return { ...posted, difference: await leftToOpen(work.tx) }
}

async function requireKnownKinds(db: Reader, lines: Opening['lines']): Promise<void> {
  const codes = [...new Set(lines.map((line) => line.account))]
  const later = await inPieces(codes, (piece) =>
    db
      .selectFrom('account')
      .select(['code', 'subledger'])
      .where('code', 'in', piece)
      .where('subledger', 'in', elsewhereTaken)
      .execute(),
  )
  const found = later[0]
  if (!found) return
  const line = lines.findIndex(({ account }) => account === found.code)
  const reason = elsewhere[found.subledger ?? 'loan'] ?? 'opening_kind_later'
  throw new Refusal('NOT_ALLOWED', reason, {
    account: found.code,
    subledger: found.subledger,
    issues: [{ path: ['lines', line, 'account'], message: reason }],
  })
}

async function leftToOpen(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('balance_year')
    .select((eb) => eb.fn.sum<number | null>(eb('credit', '-', eb.ref('debit'))).as('balance'))
    .where('account', '=', openingClearingAccount)
    .executeTakeFirst()
  return row?.balance ?? 0
}
