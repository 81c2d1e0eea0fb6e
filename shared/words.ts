import { invalidInput } from './errors.ts'
import type { Sen } from './rules/money.ts'

/**
 * Numbers in Indonesian words (terbilang), with the dictionary's `miliar`. Spelling of the scales: domain notes,
 * section 10. Everything works on digits as text, so that no amount passes through a float.
 */

const digitNames = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const
const scaleNames = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const
const wholeDigitsMax = scaleNames.length * 3
const decimalsMax = 30

/**
 * An amount of sen as receipts write it: `satu juta rupiah`, `seribu rupiah lima puluh sen`, `lima puluh sen`,
 * `nol rupiah`; a negative one begins with `min`.
 */
export function rupiahInWords(amount: Sen): string {
  const { rupiah, sen } = parts(amount)
  const words: string[] = []
  if (rupiah !== 0 || sen === 0) words.push(`${wholeInWords(String(rupiah))} rupiah`)
  if (sen !== 0) words.push(`${wholeInWords(String(sen))} sen`)
  return signed(amount < 0, words.join(' '))
}

/** An amount of sen as a bare number of rupiah: `seribu`, `seribu koma lima nol` for Rp1.000,50. */
export function amountInWords(amount: Sen): string {
  const { rupiah, sen } = parts(amount)
  const decimals = sen === 0 ? '' : ` koma ${digitsInWords(String(sen).padStart(2, '0'))}`
  return signed(amount < 0, wholeInWords(String(rupiah)) + decimals)
}

/**
 * A decimal number given as text (`12.234`, `-923`): decimals are read digit by digit after `koma`, negatives begin
 * with `min`. Refused with INVALID_INPUT: `not_a_number`, and `too_long` above 18 digits before or 30 after the point.
 */
export function numberInWords(number: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number)
  if (!match) throw invalidInput(['number'], 'not_a_number')
  const [, sign, whole = '', decimals = ''] = match
  const digits = whole.replace(/^0+(?=\d)/, '')
  if (digits.length > wholeDigitsMax || decimals.length > decimalsMax) throw invalidInput(['number'], 'too_long')
  const isNegative = sign === '-' && /[1-9]/.test(whole + decimals)
  const tail = decimals === '' ? '' : ` koma ${digitsInWords(decimals)}`
  return signed(isNegative, wholeInWords(digits) + tail)
}

/** `pertama`, `kedua`, `kesepuluh`, `kedua puluh satu`: for whole numbers from 1. Refused: `not_an_ordinal`, `too_long`. */
export function ordinalInWords(number: string): string {
  if (!/^0*[1-9]\d*$/.test(number)) throw invalidInput(['number'], 'not_an_ordinal')
  const words = numberInWords(number)
  return words === 'satu' ? 'pertama' : `ke${words}`
}

function parts(amount: Sen): { rupiah: number; sen: number } {
  const sen = Math.abs(amount) % 100
  return { rupiah: (Math.abs(amount) - sen) / 100, sen }
}

function signed(isNegative: boolean, words: string): string {
  return isNegative ? `min ${words}` : words
}

function digitsInWords(digits: string): string {
  return [...digits].map((digit) => digitNames[Number(digit)]).join(' ')
}

/** Digits without leading zeros, at most three for each scale there is a name for. */
function wholeInWords(digits: string): string {
  const groups = Math.ceil(digits.length / 3)
  const padded = digits.padStart(groups * 3, '0')
  const words = Array.from({ length: groups }, (_, index) => {
    const value = Number(padded.slice(index * 3, index * 3 + 3))
    return value === 0 ? '' : withScale(value, groups - 1 - index)
  }).filter((text) => text !== '')
  return words.length === 0 ? digitNames[0] : words.join(' ')
}

/** One thousand alone is `seribu`; `satu juta` and above keep their `satu`. */
function withScale(value: number, scale: number): string {
  if (value === 1 && scale === 1) return 'seribu'
  return `${belowThousand(value)} ${scaleNames[scale]}`.trim()
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const head = hundreds === 0 ? '' : hundreds === 1 ? 'seratus' : `${digitNames[hundreds]} ratus`
  return `${head} ${rest === 0 ? '' : belowHundred(rest)}`.trim()
}

function belowHundred(value: number): string {
  if (value < 10) return digitNames[value] ?? ''
  if (value === 10) return 'sepuluh'
  if (value === 11) return 'sebelas'
  if (value < 20) return `${digitNames[value - 10]} belas`
  const unit = value % 10
  return `${digitNames[Math.floor(value / 10)]} puluh${unit === 0 ? '' : ` ${digitNames[unit]}`}`
}
