import { booksArea } from '../areas/books/screens.ts'
import { calculatorArea } from '../areas/calculator/screens.ts'
import { capitalArea } from '../areas/capital/screens.ts'
import { cashArea } from '../areas/cash/screens.ts'
import { closingArea } from '../areas/closing/screens.ts'
import { collectionArea } from '../areas/collection/screens.ts'
import { homeArea } from '../areas/home/screens.ts'
import { loansArea } from '../areas/loans/screens.ts'
import { membersArea } from '../areas/members/screens.ts'
import { reportsArea } from '../areas/reports/screens.ts'
import { savingsArea } from '../areas/savings/screens.ts'
import { settingsArea } from '../areas/settings/screens.ts'
import { tradeArea } from '../areas/trade/screens.ts'
import type { Area } from './area.ts'

/**
 * The map of ux.md: navigation, Ctrl+K and addresses derive from it. Only areas that exist stand here; their order is
 * the order on the screen.
 */
export const areas: readonly Area[] = [
  homeArea,
  membersArea,
  savingsArea,
  loansArea,
  collectionArea,
  tradeArea,
  capitalArea,
  cashArea,
  booksArea,
  closingArea,
  reportsArea,
  calculatorArea,
  settingsArea,
]
