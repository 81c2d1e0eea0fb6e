import { cashAccounts, receiveCash, spendCash, transferCash } from '../services/cash/cash.ts'
import { cashCounts, countCash } from '../services/cash/count.ts'
import { os, reads, writes } from './base.ts'

export const cash = {
  receive: os.cash.receive.handler(writes(receiveCash)),
  spend: os.cash.spend.handler(writes(spendCash)),
  transfer: os.cash.transfer.handler(writes(transferCash)),
  count: os.cash.count.handler(writes(countCash)),
  counts: os.cash.counts.handler(reads(cashCounts)),
  accounts: os.cash.accounts.handler(reads(cashAccounts)),
}
