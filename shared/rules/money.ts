import { Decimal } from 'decimal.js'
import { assert, invalidInput } from '../errors.ts'

/** A whole number of sen; 1 rupiah = 100 sen. */
export type Sen = number & { readonly __unit: 'sen' }

/** The ledger's bound on one amount: ±9·10¹⁵ sen, safely inside what a JavaScript number holds exactly. */
export const senMax = 9_000_000_000_000_000

/** How a formula's result becomes whole: named, never left to a default. */
export type Rounding = 'half_up' | 'up' | 'down'

/**
 * Decimals for formulas: 60 digits, so that an amount of the ledger times an amount, a rate and a number of days is
 * still exact and only the last division is cut. Multiply first, divide last.
 */
export const Exact = Decimal.clone({ precision: 60 })

const decimalMode = {
  half_up: Decimal.ROUND_HALF_UP,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const

/** Takes a number that is known to be sen; a fraction or one beyond the bound is a bug. */
export function sen(amount: number): Sen {
  const isSen = Number.isSafeInteger(amount) && Math.abs(amount) <= senMax
  // The words are put together only where they are needed: this is asked more often than anything else.
  if (!isSen) assert(false, `${amount} is a whole number of sen`)
  return amount as Sen
}

/** Adds amounts; a total beyond the bound is refused as INVALID_INPUT, never rounded in silence. */
export function sumSen(amounts: Iterable<number>): Sen {
  let total = 0
  let carried = 0n
  for (const amount of amounts) {
    // Within the bound sums of whole numbers are exact; what would leave it is carried on in whole numbers of any size.
    if (Number.isInteger(amount) && Math.abs(total + amount) <= senMax) {
      total += amount
    } else {
      carried += BigInt(total) + BigInt(amount)
      total = 0
    }
  }
  if (carried === 0n) return total as Sen
  const whole = carried + BigInt(total)
  if (whole > BigInt(senMax) || whole < -BigInt(senMax)) throw invalidInput([], 'amount_too_large')
  return Number(whole) as Sen
}

/** `value` as a multiple of `step` sen, still a decimal: what is reckoned on with. `up` is away from zero. */
export function roundToStep(value: Decimal, rounding: Rounding, step = 1): Decimal {
  const mode = decimalMode[rounding]
  if (step === 1 && value.isInteger()) return value
  return step === 1 ? value.toDecimalPlaces(0, mode) : value.div(step).toDecimalPlaces(0, mode).mul(step)
}

/**
 * Leaves decimal arithmetic: `value` in sen, rounded to a multiple of `step` sen in the named way (`up` is away from
 * zero). A result beyond the ledger's bound comes from what was put in: refused as INVALID_INPUT `amount_too_large`.
 */
export function roundToSen(value: Decimal, rounding: Rounding, step = 1): Sen {
  const amount = roundToStep(value, rounding, step).toNumber()
  if (Math.abs(amount) > senMax) throw invalidInput([], 'amount_too_large')
  // Decimal keeps a minus on zero; books do not.
  return sen(amount + 0)
}

/**
 * `amount` × `part` ÷ `whole` in sen, rounded as `roundToSen` rounds it, for shares that are asked for by the ten thousand:
 * whole numbers of any size are cheaper than decimals. Nothing is negative, `whole` is not zero.
 */
export function shareInSen(
  amount: Sen,
  { part, whole }: { readonly part: bigint; readonly whole: bigint },
  rounding: Rounding,
  step = 1,
): Sen {
  const [product, unit] = [BigInt(amount) * part, whole * BigInt(step)]
  const [steps, rest] = [product / unit, product % unit]
  const isUp = rounding === 'up' ? rest > 0n : rounding === 'half_up' && rest * 2n >= unit
  const rounded = Number(steps + (isUp ? 1n : 0n)) * step
  if (rounded > senMax) throw invalidInput([], 'amount_too_large')
  return sen(rounded)
}

/**
 * Splits `total` sen by `weights` so that the parts add up exactly: each gets its share rounded down to `step`,
 * the steps left over go to the largest remainders, ties in the order given, and what is smaller than a step to the
 * next of them. Nobody is a step or more away from the exact share. Weights are not negative and not all zero.
 */
export function allocate(total: Sen, weights: readonly (number | Decimal)[], step = 1): Sen[] {
  const shares = weights.map((weight) => new Exact(weight))
  const whole = shares.reduce((sum, weight) => sum.plus(weight), new Exact(0))
  assert(whole.gt(0) && shares.every((weight) => weight.gte(0)), 'allocation weights are positive')
  const exact = shares.map((weight) => weight.mul(total).div(whole))
  const parts = exact.map((share) => roundToSen(share, 'down', step))
  let left = total - sumSen(parts)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share.minus(parts[index] ?? 0).abs() }))
    .filter(({ remainder }) => remainder.gt(0))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)
  for (const { index } of byRemainder) {
    const unit = Math.abs(left) >= step ? Math.sign(left) * step : left
    parts[index] = sen((parts[index] ?? 0) + unit)
    left -= unit
  }
  assert(left === 0, 'allocated parts add up to the whole')
  return parts
}

const groups = /\B(?=(\d{3})+(?!\d))/g

/** `125000000` sen → `1.250.000`; sen are shown only where there are any (`1.250.000,50`). A negative amount keeps its minus. */
export function formatAmount(amount: number, separators: { thousands: string; decimals: string } = indonesian): string {
  const cents = Math.abs(amount) % 100
  const whole = String((Math.abs(amount) - cents) / 100).replace(groups, separators.thousands)
  const text = cents === 0 ? whole : `${whole}${separators.decimals}${String(cents).padStart(2, '0')}`
  return amount < 0 ? `-${text}` : text
}

/** `Rp1.250.000`, as formal Indonesian writes it: no space, no decimals where there are none. */
export function formatRupiah(amount: number): string {
  return amount < 0 ? `-Rp${formatAmount(-amount)}` : `Rp${formatAmount(amount)}`
}

/** As printed in statements: `(1.250.000)` for negative, `-` for zero. */
export function formatStatementAmount(amount: number): string {
  if (amount === 0) return '-'
  return amount < 0 ? `(${formatAmount(-amount)})` : formatAmount(amount)
}

const indonesian = { thousands: '.', decimals: ',' }

/** What a person typed or pasted as money: an amount in sen, or the reason why it cannot be taken without asking. */
export type ParsedMoney =
  | { readonly amount: Sen }
  | { readonly problem: 'empty' | 'not_a_number' | 'ambiguous' | 'too_large' | 'negative' }

/** Longer than any amount with its separators; what is longer is no amount somebody typed. */
const typedLengthMax = 60

/**
 * Reads `1.000.000`, `1000000`, `1 000 000`, `Rp 1.000.000,00`, `Rp1.000.000,-` and `1,000,000` as one million. A text
 * that could mean two amounts (`1,000`, `1.50`) is `ambiguous`: the screen asks, nothing is guessed. Two numbers
 * pasted together, raised digits and words are `not_a_number`.
 */
export function parseMoney(text: string): ParsedMoney {
  if (text.length > typedLengthMax) return { problem: text.trim() === '' ? 'empty' : 'not_a_number' }
  const bare = text
    .trim()
    .replace(/^(?:rp\.?|idr)\s*|\s*(?:rupiah|idr)$/gi, '')
    .replace(/[.,][-=\u2013\u2014]+$/, '')
  if (bare === '') return { problem: 'empty' }
  if (/^[-(\u2212]/.test(bare)) return { problem: 'negative' }
  const digits = joinSpacedGroups(bare)
  if (!/^\d[\d.,]*$/.test(digits)) return { problem: 'not_a_number' }
  const amount = readPlain(digits) ?? readGrouped(digits, '.', ',') ?? readGrouped(digits, ',', '.')
  if (amount === undefined) return { problem: /^\d+[.,]\d+$/.test(digits) ? 'ambiguous' : 'not_a_number' }
  if (amount === 'ambiguous') return { problem: 'ambiguous' }
  if (amount > BigInt(senMax)) return { problem: 'too_large' }
  return { amount: Number(amount) as Sen }
}

/** `1 000 000` → `1000000`, but only blanks between groups of three on one line: `12 34` stays as it is. */
function joinSpacedGroups(text: string): string {
  return /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?$/.test(text) ? text.replace(/[^\d.,]/g, '') : text
}

function readPlain(text: string): bigint | undefined {
  return /^\d+$/.test(text) ? BigInt(text) * 100n : undefined
}

/** Groups of three between `thousands`, at most two digits after `decimals`. */
function readGrouped(text: string, thousands: string, decimals: string): bigint | 'ambiguous' | undefined {
  const [whole = '', cents = '', ...rest] = text.split(decimals)
  if (rest.length > 0 || (text.includes(decimals) && !/^\d{1,2}$/.test(cents))) return undefined
  const parts = whole.split(thousands)
  const [first = '', ...others] = parts
  if (!/^\d{1,}$/.test(first) || others.some((part) => !/^\d{3}$/.test(part))) return undefined
  if (others.length > 0 && first.length > 3) return undefined
  const isLoneEnglishGroup = thousands === ',' && others.length === 1 && cents === ''
  if (isLoneEnglishGroup) return 'ambiguous'
  if (decimals === '.' && others.length === 0) return 'ambiguous'
  return BigInt(parts.join('')) * 100n + BigInt(cents.padEnd(2, '0'))
}
