import type { Area } from '../../app/area.ts'
import { CalculatorIcon } from '../../ui/display/icons.tsx'

/** Kalkulator: what a loan costs and what savings earn, before anybody decides. */
export const calculatorArea: Area = {
  name: 'calculator',
  title: ($) => $.app.nav.calculator,
  icon: CalculatorIcon,
  screens: [
    {
      path: 'calculator',
      title: ($) => $.calculator.loan.title,
      load: () => import('./LoanCalculator.tsx').then(({ LoanCalculator }) => LoanCalculator),
    },
    {
      path: 'calculator/savings',
      title: ($) => $.calculator.savings.title,
      load: () => import('./SavingsCalculator.tsx').then(({ SavingsCalculator }) => SavingsCalculator),
    },
    {
      path: 'calculator/price',
      title: ($) => $.calculator.price.title,
      load: () => import('./PriceCalculator.tsx').then(({ PriceCalculator }) => PriceCalculator),
    },
  ],
}
