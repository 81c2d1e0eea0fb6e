import { assetAcquisition, assetDepreciation, assetDisposal } from './asset.ts'
import { borrowingPayment, borrowingReceipt } from './borrowing.ts'
import { cashDifference } from './cash-difference.ts'
import { cashReceive } from './cash-receive.ts'
import { cashSpend } from './cash-spend.ts'
import { cashTransfer } from './cash-transfer.ts'
import { collection } from './collection.ts'
import { consignmentSettlement } from './consignment-settlement.ts'
import { correctionsCleared, deficitCover } from './deficit-cover.ts'
import { exitPayment } from './exit-payment.ts'
import { fundGoods, fundReceipt, fundRefund, fundStock } from './fund-receipt.ts'
import { fundSpending } from './fund-spending.ts'
import { journalEntry } from './journal.ts'
import { loanAllowance } from './loan-allowance.ts'
import { loanDisbursement } from './loan-disbursement.ts'
import { loanHeldRefund } from './loan-held-refund.ts'
import { loanInterestAccrual } from './loan-interest-accrual.ts'
import { loanRecovery } from './loan-recovery.ts'
import { loanRepayment } from './loan-repayment.ts'
import { loanRestructuring } from './loan-restructuring.ts'
import { loanWriteOff } from './loan-write-off.ts'
import { memberExit } from './member-exit.ts'
import { openingBalances } from './opening.ts'
import { purchase } from './purchase.ts'
import { purchaseReturn } from './purchase-return.ts'
import { sale } from './sale.ts'
import { saleReturn } from './sale-return.ts'
import { savingsDeposit } from './savings-deposit.ts'
import { savingsInterestRun } from './savings-interest.ts'
import { savingsReclassification } from './savings-reclassification.ts'
import { savingsWithdrawal } from './savings-withdrawal.ts'
import { openingStock, production, stockDifference } from './stock-change.ts'
import { surplusDecision, surplusPayment } from './surplus-distribution.ts'
import { surplusFundUse } from './surplus-fund-use.ts'
import { termPayout, termPlacement, termRenewal } from './term-deposit.ts'
import { marketplaceWithdrawal, payablePayment, receivablePayment } from './trade-payment.ts'
import { turnoverTaxDue } from './turnover-tax.ts'
import { yearCarriedForward, yearClosing } from './year-closing.ts'

/**
 * Every kind of transaction the program drafts an entry for. A test walks this list with inputs of every kind, so that
 * a new one is held to the same laws the moment it stands here.
 */
export const entryKinds = {
  borrowingPayment,
  borrowingReceipt,
  assetAcquisition,
  assetDepreciation,
  assetDisposal,
  cashDifference,
  cashReceive,
  cashSpend,
  cashTransfer,
  collection,
  consignmentSettlement,
  exitPayment,
  fundGoods,
  fundReceipt,
  fundRefund,
  fundSpending,
  fundStock,
  journalEntry,
  loanAllowance,
  loanDisbursement,
  loanInterestAccrual,
  loanHeldRefund,
  loanRecovery,
  loanRepayment,
  loanRestructuring,
  loanWriteOff,
  marketplaceWithdrawal,
  memberExit,
  openingBalances,
  openingStock,
  payablePayment,
  production,
  purchase,
  purchaseReturn,
  receivablePayment,
  sale,
  saleReturn,
  stockDifference,
  savingsDeposit,
  savingsInterestRun,
  savingsReclassification,
  savingsWithdrawal,
  correctionsCleared,
  deficitCover,
  surplusDecision,
  surplusFundUse,
  surplusPayment,
  termPayout,
  termPlacement,
  termRenewal,
  turnoverTaxDue,
  yearCarriedForward,
  yearClosing,
} as const
