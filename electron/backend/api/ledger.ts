import { verifyOpenBook } from '../services/book/verify.ts'
import { accountRegister, trialBalance } from '../services/ledger.ts'
import { os, reads } from './base.ts'

export const ledger = {
  trialBalance: os.ledger.trialBalance.handler(reads(trialBalance)),
  account: os.ledger.account.handler(reads(accountRegister)),
  verify: os.ledger.verify.handler(reads(verifyOpenBook)),
}
