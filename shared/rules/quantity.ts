import { type Sen, shareInSen } from './money.ts'

/** Thousandths of a unit: 1,5 kg is 1500. Whole numbers, so that sums of them are exact. */
export type Milli = number

/** What a person typed as a quantity, or the reason why it cannot be taken. */
export type ParsedQuantity =
  | { readonly quantity: Milli }
  | { readonly problem: 'empty' | 'not_a_number' | 'too_fine' | 'too_large' }

const unitsMax = 1_000_000_000

/** The largest quantity of one line: a billion units. */
export const quantityMax: Milli = unitsMax * 1000

const groups = /\B(?=(\d{3})+(?!\d))/g

/** `1500` → `1,5`; `12000000` → `12.000`; no zeros at the end. */
export function formatQuantity(quantity: Milli): string {
  const thousandths = Math.abs(quantity) % 1000
  const whole = String((Math.abs(quantity) - thousandths) / 1000).replace(groups, '.')
  const decimals = String(thousandths).padStart(3, '0').replace(/0+$/, '')
  const text = decimals === '' ? whole : `${whole},${decimals}`
  return quantity < 0 ? `-${text}` : text
}

/**
 * Reads `2`, `1,5`, `0,125` and `1.000` (one thousand); a comma is the decimal sign, a point groups by three. Finer than
 * a thousandth is refused, never rounded.
 */
export function parseQuantity(text: string): ParsedQuantity {
  const bare = text.trim()
  if (bare === '') return { problem: 'empty' }
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,13})(?:,(\d{1,20}))?$/.exec(bare)
  if (!match) return { problem: 'not_a_number' }
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > 3) return { problem: 'too_fine' }
  const whole = Number((match[1] ?? '').replaceAll('.', ''))
  if (whole > unitsMax) return { problem: 'too_large' }
  return { quantity: whole * 1000 + Number(decimals.padEnd(3, '0')) }
}

/** What `quantity` thousandths come to at a price per unit in sen: to the nearest rupiah. */
export function priceOf(quantity: Milli, pricePerUnit: Sen): Sen {
  return shareInSen(pricePerUnit, { part: BigInt(quantity), whole: 1000n }, 'half_up', 100)
}
