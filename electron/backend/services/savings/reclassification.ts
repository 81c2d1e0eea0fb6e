import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { savingsReclassification } from '../../../../shared/rules/entries/savings-reclassification.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { post, requireDateInReach } from '../../ledger/post.ts'
import { moveProduct } from '../../ledger/savings-moves.ts'
import type { Work } from '../../work.ts'
import { getProduct } from './accounts.ts'
import { requireSavingsControl } from './control.ts'
import { productAnswer } from './products.ts'

type Answer = Answers['savings']['reclassify']

/**
 * Moves a product to another account of the chart, say from equity to liabilities, with every member's savings on a day.
 * Refuses a day before the newest movement: what lies there on that day would not be what is moved.
 */
export async function reclassifyProduct(work: Work, input: Inputs['savings']['reclassify']): Promise<Answer> {
  const { account, date } = input
  const product = await getProduct(work.tx, input.product)
  const data = { product: product.name_id, account }
  if (product.account === account) throw new Refusal('ALREADY_DONE', 'product_on_account', data)
  await requireSavingsControl(work.tx, account)
  await requireDateInReach(work.tx, work.today, date)
  const cards = await heldOn(work.tx, product.id)
  const newest = cards.length === 0 ? null : await newestDay(work.tx, product.id)
  if (newest !== null && date < newest) throw invalidInput(['date'], 'date_before_movements', { date: newest })
  await moveProduct(work.tx, product.id, product.account, account)
  const move = { date, productName: product.name_id, from: product.account, to: account, cards }
  const entries = cards.length === 0 ? [] : [await post(work, savingsReclassification(move), { movesSavings: true })]
  return {
    entries,
    product: await productAnswer(work.tx, product.id),
    accounts: new Set(cards.map(({ savingsAccountId }) => savingsAccountId)).size,
    amount: sumSen(cards.map(({ amount }) => amount)),
  }
}

/** What lies on every savings account of a product, unit by unit. */
async function heldOn(db: Reader, product: string) {
  return db
    .selectFrom('savings_account as s')
    .innerJoin('balance_subledger as b', (join) =>
      join.onRef('b.reference', '=', 's.id').on('b.subledger', '=', 'savings'),
    )
    .select(['s.id as savingsAccountId', 's.member_id as memberId', 'b.unit'])
    .select((eb) => eb.fn.sum<number>(eb('b.credit', '-', eb.ref('b.debit'))).as('amount'))
    .where('s.product', '=', product)
    .groupBy(['s.id', 's.member_id', 'b.unit', 's.code'])
    .having((eb) => eb(eb.fn.sum('b.credit'), '<>', eb.fn.sum('b.debit')))
    .orderBy('s.code')
    .execute()
}

async function newestDay(db: Reader, product: string): Promise<string | null> {
  const newest = await db
    .selectFrom('savings_account as s')
    .innerJoin('journal_line as l', 'l.savings_account_id', 's.id')
    .select((eb) => eb.fn.max<string | null>('l.entry_date').as('day'))
    .where('s.product', '=', product)
    .executeTakeFirst()
  return newest?.day ?? null
}
