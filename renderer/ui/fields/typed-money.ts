import { formatAmount, parseMoney, type Sen, sen, senMax } from '../../../shared/rules/money.ts'

/** What stands in a money field: the text, and the amount it means or the reason why none can be taken. */
export interface TypedMoney {
  readonly text: string
  readonly amount: Sen | null
  readonly problem?: 'ambiguous' | 'not_a_number' | 'negative' | 'too_large'
  /** The amounts an ambiguous text could mean; the person chooses. */
  readonly readings?: readonly Sen[]
}

/** A typed text with the caret, as an input element knows them. */
export interface Typing {
  readonly text: string
  readonly caret: number
}

/** Text that grouping may rewrite: digits with dots, at most two digits after a comma. */
const plain = /^[\d.]*(?:,\d{0,2})?$/

/** What an amount looks like in its field. */
export function moneyText(amount: number | null): string {
  return amount === null ? '' : formatAmount(amount)
}

/** Reads what stands in the field after a keystroke: anything that is not a plain amount is kept and asked about. */
export function readTyped(text: string): TypedMoney {
  if (!plain.test(text)) return readPasted(text)
  const bare = text.replaceAll('.', '')
  if (bare === '' || bare === ',') return { text, amount: null }
  const [rupiah = '', cents = ''] = bare.split(',')
  const amount = BigInt(rupiah === '' ? '0' : rupiah) * 100n + BigInt(cents.padEnd(2, '0'))
  return amount > BigInt(senMax) ? { text, amount: null, problem: 'too_large' } : { text, amount: sen(Number(amount)) }
}

/** Reads what was pasted: one amount, or a question; never a guess. */
export function readPasted(text: string): TypedMoney {
  const parsed = parseMoney(text)
  if ('amount' in parsed) return { text: moneyText(parsed.amount), amount: parsed.amount }
  if (parsed.problem === 'empty') return { text: '', amount: null }
  const kept = { text: text.slice(0, 60), amount: null, problem: parsed.problem }
  return parsed.problem === 'ambiguous' ? { ...kept, readings: readingsOf(text) } : kept
}

/** `1,000` may be a thousand or one: both, the larger first, each once. */
function readingsOf(text: string): Sen[] {
  const digits = text.replace(/[^\d.,]/g, '')
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const whole = digits.slice(0, at).replace(/\D/g, '')
  const cents = digits.slice(at + 1)
  const grouped = parseMoney(whole + cents)
  const decimal = /^\d{1,2}$|^\d\d0+$/.test(cents) ? parseMoney(`${whole},${cents.slice(0, 2)}`) : undefined
  const amounts = [grouped, decimal].flatMap((parsed) => (parsed && 'amount' in parsed ? [parsed.amount] : []))
  return [...new Set(amounts)]
}

/** Puts the dots where they belong and keeps the caret behind the same digit. Other text is left alone. */
export function groupTyped({ text, caret }: Typing): Typing {
  if (!plain.test(text)) return { text, caret }
  const [rupiah = '', cents] = text.replaceAll('.', '').split(',')
  const whole = rupiah.replace(/^0+(?=\d)/, '')
  const dropped = rupiah.length - whole.length
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.') + (cents === undefined ? '' : `,${cents}`)
  const signsBefore = text.slice(0, caret).replaceAll('.', '').length
  return { text: grouped, caret: positionAfter(grouped, Math.max(0, signsBefore - dropped)) }
}

function positionAfter(text: string, signs: number): number {
  let seen = 0
  for (let position = 0; position < text.length; position++) {
    if (seen === signs) return position
    if (text[position] !== '.') seen++
  }
  return text.length
}

/**
 * Deleting a dot deletes the digit beside it: dots come by themselves, so that otherwise nothing would happen.
 * `before` is the text before the key, `after` what the browser made of it.
 */
export function withoutDot(before: string, after: Typing, isBackwards: boolean): Typing {
  const sameDigits = before.replaceAll('.', '') === after.text.replaceAll('.', '')
  if (!sameDigits || after.text.length !== before.length - 1) return after
  const at = isBackwards ? after.caret - 1 : after.caret
  if (at < 0 || at >= after.text.length) return after
  return { text: after.text.slice(0, at) + after.text.slice(at + 1), caret: at }
}

/** True where an amount is ten times the usual or more: a zero too many, perhaps. */
export function isTenTimes(amount: number | null, usual: number | undefined): boolean {
  return amount !== null && usual !== undefined && usual > 0 && amount >= usual * 10
}
