import { depositSavings, openSavings, withdrawSavings } from '../services/savings.ts'
import { savingsArrears } from '../services/savings-arrears.ts'
import { savingsCard } from '../services/savings-card.ts'
import { listSavings } from '../services/savings-list.ts'
import { savingsProducts, setDue, updateProduct } from '../services/savings-products.ts'
import { os, reads, writes } from './base.ts'

export const savings = {
  products: os.savings.products.handler(reads(savingsProducts)),
  updateProduct: os.savings.updateProduct.handler(writes(updateProduct)),
  setDue: os.savings.setDue.handler(writes(setDue)),
  open: os.savings.open.handler(writes(openSavings)),
  deposit: os.savings.deposit.handler(writes(depositSavings)),
  withdraw: os.savings.withdraw.handler(writes(withdrawSavings)),
  card: os.savings.card.handler(reads(savingsCard)),
  list: os.savings.list.handler(reads(listSavings)),
  arrears: os.savings.arrears.handler(reads(savingsArrears)),
}
