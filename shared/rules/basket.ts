import { type Sen, sen, sumSen } from './money.ts'
import { type Milli, priceOf } from './quantity.ts'

/** A line as the till has it: thousandths, sen per unit, and sen off the line. */
export interface BasketLine {
  readonly qty: Milli
  readonly price: number
  readonly discount: number
}

/**
 * What a line comes to, sen: before and after its discount. Both to the rupiah (accounting.md section 5); less than
 * nothing where the discount is more than the line, which a sale refuses.
 */
export function lineSums({ qty, price, discount }: BasketLine): { readonly whole: Sen; readonly amount: Sen } {
  const whole = priceOf(qty, sen(price))
  return { whole, amount: sen(whole - discount) }
}

/** What a basket comes to, sen: what its lines do, and what was taken off them. */
export function basketSums(lines: readonly BasketLine[]): { readonly total: Sen; readonly discount: Sen } {
  return {
    total: sumSen(lines.map((line) => lineSums(line).amount)),
    discount: sumSen(lines.map(({ discount }) => sen(discount))),
  }
}

/** Of money that was handed over, sen: what is paid, what is given back, and what is still owed. */
export function handedOver(
  given: number,
  total: number,
): { readonly paid: Sen; readonly change: Sen; readonly owed: Sen } {
  const paid = sen(Math.min(given, total))
  return { paid, change: sen(given - paid), owed: sen(total - paid) }
}
