import { loanProducts } from '../services/loan-products.ts'
import { applyForLoan, approveLoan, disburseLoan, payLoan, payOffLoan, payoffQuote } from '../services/loans.ts'
import { listLoans, loanCard } from '../services/loans-list.ts'
import { os, reads, writes } from './base.ts'

export const loans = {
  products: os.loans.products.handler(reads(loanProducts)),
  apply: os.loans.apply.handler(writes(applyForLoan)),
  approve: os.loans.approve.handler(writes(approveLoan)),
  disburse: os.loans.disburse.handler(writes(disburseLoan)),
  pay: os.loans.pay.handler(writes(payLoan)),
  payoffQuote: os.loans.payoffQuote.handler(reads(payoffQuote)),
  payOff: os.loans.payOff.handler(writes(payOffLoan)),
  card: os.loans.card.handler(reads(loanCard)),
  list: os.loans.list.handler(reads(listLoans)),
}
