import { savingsArrears } from '../services/savings/arrears.ts'
import { savingsCard } from '../services/savings/card.ts'
import { setDue, setInterest } from '../services/savings/dated-terms.ts'
import { accrueInterest, previewInterest } from '../services/savings/interest-run.ts'
import { interestRuns } from '../services/savings/interest-runs.ts'
import { listSavings } from '../services/savings/list.ts'
import { withdrawQuote } from '../services/savings/lock.ts'
import { passbook, passbookPrinted, passbookRenewed } from '../services/savings/passbook.ts'
import { createProduct, savingsProducts, updateProduct } from '../services/savings/products.ts'
import { reclassifyProduct } from '../services/savings/reclassification.ts'
import { depositSavings, openSavings, withdrawSavings } from '../services/savings/savings.ts'
import { savingsWithholding } from '../services/savings/withholding.ts'
import { closeTerm, rollOverTerm, termQuote } from '../services/term-deposits/closing.ts'
import { listTerms } from '../services/term-deposits/list.ts'
import { termPreview } from '../services/term-deposits/preview.ts'
import { openTerm, takeOverTerm } from '../services/term-deposits/term-deposits.ts'
import { os, reads, writes } from './base.ts'

export const savings = {
  products: os.savings.products.handler(reads(savingsProducts)),
  createProduct: os.savings.createProduct.handler(writes(createProduct)),
  updateProduct: os.savings.updateProduct.handler(writes(updateProduct)),
  setDue: os.savings.setDue.handler(writes(setDue)),
  setInterest: os.savings.setInterest.handler(writes(setInterest)),
  reclassify: os.savings.reclassify.handler(writes(reclassifyProduct)),
  previewInterest: os.savings.previewInterest.handler(reads(previewInterest)),
  interestRuns: os.savings.interestRuns.handler(reads(interestRuns)),
  accrueInterest: os.savings.accrueInterest.handler(writes(accrueInterest)),
  withholding: os.savings.withholding.handler(reads(savingsWithholding)),
  termPreview: os.savings.termPreview.handler(reads(termPreview)),
  termOpen: os.savings.termOpen.handler(writes(openTerm)),
  termTakeOver: os.savings.termTakeOver.handler(writes(takeOverTerm)),
  termQuote: os.savings.termQuote.handler(reads(termQuote)),
  termClose: os.savings.termClose.handler(writes(closeTerm)),
  termRollOver: os.savings.termRollOver.handler(writes(rollOverTerm)),
  terms: os.savings.terms.handler(reads(listTerms)),
  passbook: os.savings.passbook.handler(reads(passbook)),
  passbookPrinted: os.savings.passbookPrinted.handler(writes(passbookPrinted)),
  passbookRenewed: os.savings.passbookRenewed.handler(writes(passbookRenewed)),
  open: os.savings.open.handler(writes(openSavings)),
  deposit: os.savings.deposit.handler(writes(depositSavings)),
  withdraw: os.savings.withdraw.handler(writes(withdrawSavings)),
  withdrawQuote: os.savings.withdrawQuote.handler(reads(withdrawQuote)),
  card: os.savings.card.handler(reads(savingsCard)),
  list: os.savings.list.handler(reads(listSavings)),
  arrears: os.savings.arrears.handler(reads(savingsArrears)),
}
