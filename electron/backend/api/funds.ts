import { createFund, updateFund } from '../services/funds/agreements.ts'
import { fundCard } from '../services/funds/card.ts'
import { receiveGoods } from '../services/funds/goods.ts'
import { receiveFund, refundFund } from '../services/funds/money.ts'
import { getFund, listFunds } from '../services/funds/records.ts'
import { fundReport } from '../services/funds/report.ts'
import { spendFund } from '../services/funds/spending.ts'
import { os, reads, writes } from './base.ts'

export const funds = {
  create: os.funds.create.handler(writes(createFund)),
  update: os.funds.update.handler(writes(updateFund)),
  get: os.funds.get.handler(reads(getFund)),
  card: os.funds.card.handler(reads(fundCard)),
  list: os.funds.list.handler(reads(listFunds)),
  receive: os.funds.receive.handler(writes(receiveFund)),
  receiveGoods: os.funds.receiveGoods.handler(writes(receiveGoods)),
  spend: os.funds.spend.handler(writes(spendFund)),
  refund: os.funds.refund.handler(writes(refundFund)),
  report: os.funds.report.handler(reads(fundReport)),
}
