import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberReceivable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import {
  marketplaceWithdrawal,
  payablePayment,
  receivablePayment,
} from '../../../../../shared/rules/entries/trade-payment.ts'
import { post } from '../../../ledger/post.ts'
import { payableNow, type TradeCard } from '../../../ledger/trade-cards.ts'
import type { Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'
import { requireKnownParty } from '../documents/goods.ts'
import { payableOf } from '../purchases/purchase.ts'

type Input = Inputs['trade']['pay']
type Paid = Answers['trade']['pay']

/**
 * Pays a supplier, or a member whose products were bought. Refuses ALREADY_DONE where nothing is owed, INVALID_INPUT for
 * more than is owed on the day or later.
 */
export async function payForGoods(work: Work, input: Input): Promise<Paid> {
  const { memberId, partnerId } = input
  return settled(work, input, { account: payableOf({ memberId }), side: -1, party: { memberId, partnerId } })
}

/** Takes in what a member or a customer owes for goods; refuses like `payForGoods`. */
export async function receiveForGoods(work: Work, input: Input): Promise<Paid> {
  const { memberId, partnerId } = input
  const account = memberId === undefined ? customerReceivable : memberReceivable
  return settled(work, input, { account, side: 1, party: { memberId, partnerId } })
}

/** Takes money out that a marketplace held; refuses like `payForGoods`. */
export async function withdrawMarketplace(work: Work, input: Inputs['trade']['withdrawMarketplace']): Promise<Paid> {
  const { partnerId } = input
  return settled(work, input, { account: marketplaceReceivable, side: 1, party: { partnerId } })
}

type Given = Pick<Input, 'date' | 'amount' | 'cashAccount'>

async function settled(work: Work, { date, amount: asked, cashAccount }: Given, card: TradeCard): Promise<Paid> {
  const { party } = card
  await requireKnownParty(work.tx, party)
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { amount, owed, parts } = await payableNow(work.tx, card, { date, amount: asked })
  const posted = await post(work, entryOf(card)({ date, cashAccount, party, parts }))
  return { ...posted, amount, owed }
}

function entryOf({ account, side }: TradeCard) {
  if (side === -1) return payablePayment
  return account === marketplaceReceivable ? marketplaceWithdrawal : receivablePayment
}
