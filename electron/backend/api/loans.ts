import { accrueAllowance } from '../services/loans/allowance.ts'
import { applyForLoan } from '../services/loans/application.ts'
import { approveLoan, rejectLoan } from '../services/loans/approval.ts'
import { loanCard } from '../services/loans/card.ts'
import { classifyLoans } from '../services/loans/classes.ts'
import { disburseLoan } from '../services/loans/disbursement.ts'
import { refundHeld } from '../services/loans/held.ts'
import { accrueInterest } from '../services/loans/interest-accrual.ts'
import { listLoans } from '../services/loans/list.ts'
import { loanMonthEnd } from '../services/loans/month-end.ts'
import { dueOfLoan, payLoan, payOffLoan, payoffQuote, previewPayment } from '../services/loans/payments.ts'
import { loanPolicy, setLoanPolicy } from '../services/loans/policy.ts'
import { previewLoan } from '../services/loans/preview.ts'
import { createLoanProduct, loanProducts, updateLoanProduct } from '../services/loans/products.ts'
import { loanReminders, noteReminder } from '../services/loans/reminders.ts'
import { previewRestructuring, restructureLoan } from '../services/loans/restructuring.ts'
import {
  addCollateral,
  addGuarantor,
  giveMandate,
  releaseCollateral,
  revokeMandate,
} from '../services/loans/securities.ts'
import { waivePenalty } from '../services/loans/waivers.ts'
import { previewWriteOff, recoverLoan, writeOffLoan } from '../services/loans/write-off.ts'
import { os, reads, writes } from './base.ts'

export const loans = {
  policy: os.loans.policy.handler(reads(loanPolicy)),
  setPolicy: os.loans.setPolicy.handler(writes(setLoanPolicy)),
  reminders: os.loans.reminders.handler(reads(loanReminders)),
  noteReminder: os.loans.noteReminder.handler(writes(noteReminder)),
  monthEnd: os.loans.monthEnd.handler(reads(loanMonthEnd)),
  accrueAllowance: os.loans.accrueAllowance.handler(writes(accrueAllowance)),
  accrueInterest: os.loans.accrueInterest.handler(writes(accrueInterest)),
  classify: os.loans.classify.handler(reads(classifyLoans)),
  products: os.loans.products.handler(reads(loanProducts)),
  createProduct: os.loans.createProduct.handler(writes(createLoanProduct)),
  updateProduct: os.loans.updateProduct.handler(writes(updateLoanProduct)),
  preview: os.loans.preview.handler(reads(previewLoan)),
  apply: os.loans.apply.handler(writes(applyForLoan)),
  approve: os.loans.approve.handler(writes(approveLoan)),
  reject: os.loans.reject.handler(writes(rejectLoan)),
  addGuarantor: os.loans.addGuarantor.handler(writes(addGuarantor)),
  addCollateral: os.loans.addCollateral.handler(writes(addCollateral)),
  releaseCollateral: os.loans.releaseCollateral.handler(writes(releaseCollateral)),
  giveMandate: os.loans.giveMandate.handler(writes(giveMandate)),
  revokeMandate: os.loans.revokeMandate.handler(writes(revokeMandate)),
  disburse: os.loans.disburse.handler(writes(disburseLoan)),
  pay: os.loans.pay.handler(writes(payLoan)),
  previewPayment: os.loans.previewPayment.handler(reads(previewPayment)),
  due: os.loans.due.handler(reads(dueOfLoan)),
  waivePenalty: os.loans.waivePenalty.handler(writes(waivePenalty)),
  refundHeld: os.loans.refundHeld.handler(writes(refundHeld)),
  payoffQuote: os.loans.payoffQuote.handler(reads(payoffQuote)),
  payOff: os.loans.payOff.handler(writes(payOffLoan)),
  restructure: os.loans.restructure.handler(writes(restructureLoan)),
  previewRestructure: os.loans.previewRestructure.handler(reads(previewRestructuring)),
  writeOff: os.loans.writeOff.handler(writes(writeOffLoan)),
  previewWriteOff: os.loans.previewWriteOff.handler(reads(previewWriteOff)),
  recover: os.loans.recover.handler(writes(recoverLoan)),
  card: os.loans.card.handler(reads(loanCard)),
  list: os.loans.list.handler(reads(listLoans)),
}
