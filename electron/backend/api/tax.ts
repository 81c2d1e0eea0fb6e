import { postTurnoverTax } from '../services/tax/posting.ts'
import { setTaxRegime, taxRegime } from '../services/tax/regime.ts'
import { taxSheet } from '../services/tax/sheet.ts'
import { os, reads, writes } from './base.ts'

export const tax = {
  regime: os.tax.regime.handler(reads(taxRegime)),
  setRegime: os.tax.setRegime.handler(writes(setTaxRegime)),
  sheet: os.tax.sheet.handler(reads(taxSheet)),
  post: os.tax.post.handler(writes(postTurnoverTax)),
}
