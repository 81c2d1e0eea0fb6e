import { Exact, roundToSen, type Sen, sen } from './money.ts'

const rupiah = 100

/** What stays here of goods in keeping that were sold, in percent of the price; to the nearest rupiah (section 5). */
export function commissionOf(amount: Sen, pct: string): Sen {
  return partOf(amount, pct)
}

/** What a marketplace keeps of the price, in percent; to the nearest rupiah (accounting.md section 5). */
export function marketplaceFee(amount: Sen, pct: string): Sen {
  return partOf(amount, pct)
}

/** PPh 22 that a marketplace withholds of the price: 0,5 %, to the rupiah below (accounting.md sections 5 and 7). */
export function withheldTax(amount: Sen): Sen {
  return roundToSen(new Exact(amount).mul('0.5').div(100), 'down', rupiah)
}

/** Never more than the whole, which may end in sen. */
function partOf(amount: Sen, pct: string): Sen {
  return sen(Math.min(amount, roundToSen(new Exact(amount).mul(pct).div(100), 'half_up', rupiah)))
}
