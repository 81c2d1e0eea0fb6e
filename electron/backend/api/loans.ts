import { accrueAllowance } from '../services/loan-allowance.ts'
import { applyForLoan } from '../services/loan-application.ts'
import { approveLoan, rejectLoan } from '../services/loan-approval.ts'
import { loanCard } from '../services/loan-card.ts'
import { classifyLoans } from '../services/loan-classes.ts'
import { disburseLoan } from '../services/loan-disbursement.ts'
import { refundHeld } from '../services/loan-held.ts'
import { accrueInterest } from '../services/loan-interest-accrual.ts'
import { loanMonthEnd } from '../services/loan-month-end.ts'
import { dueOfLoan, payLoan, payOffLoan, payoffQuote, previewPayment } from '../services/loan-payments.ts'
import { loanPolicy, setLoanPolicy } from '../services/loan-policy.ts'
import { previewLoan } from '../services/loan-preview.ts'
import { createLoanProduct, loanProducts, updateLoanProduct } from '../services/loan-products.ts'
import { loanReminders, noteReminder } from '../services/loan-reminders.ts'
import { previewRestructuring, restructureLoan } from '../services/loan-restructuring.ts'
import {
  addCollateral,
  addGuarantor,
  giveMandate,
  releaseCollateral,
  revokeMandate,
} from '../services/loan-securities.ts'
import { waivePenalty } from '../services/loan-waivers.ts'
import { previewWriteOff, recoverLoan, writeOffLoan } from '../services/loan-write-off.ts'
import { listLoans } from '../services/loans-list.ts'
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
