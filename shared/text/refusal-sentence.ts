import { formatDate, formatMonth, isDate, isMonth, type Language } from '../calendar.ts'
import type { Refusal } from '../errors.ts'
import { formatRupiah } from '../rules/money.ts'
import { formatPct } from '../rules/percent.ts'
import { formatQuantity } from '../rules/quantity.ts'
import { errors as en } from './en/errors.ts'
import { errors as id } from './id/errors.ts'

type Sentences = Readonly<Record<string, string>>
const dictionaries: Readonly<Record<Language, Sentences>> = { id, en }

/** Values of a refusal's data that are sen; they enter a sentence as rupiah. */
const amounts = new Set([
  'available',
  'short',
  'amount',
  'balance',
  'difference',
  'expected',
  'counted',
  'minimum',
  'limit',
  'mostAmount',
])

/** Values that are decimal strings in percent, told to all their places. */
const placesMax = 8
const percents = new Set(['sum'])

/** Values that are thousandths of a unit of goods. */
const quantities = new Set(['inStock', 'missing', 'mostQuantity'])

/** Bounds of an input: where one is known, the sentence that names it is said. */
const bounds = ['least', 'most', 'mostAmount', 'mostQuantity']

/** The sentence of a refusal: what happened and what to do, in the language asked for. */
export function refusalSentence(refusal: Pick<Refusal, 'code' | 'reason' | 'data'>, language: Language): string {
  const { code, reason, data } = refusal
  const key = reason !== undefined && `${code}_${reason}` in dictionaries[language] ? `${code}_${reason}` : code
  return sentence(language, key, data)
}

/** A sentence of the error dictionary, its `{{places}}` filled: amounts as rupiah, dates and months in words. */
export function sentence(language: Language, key: string, data: Readonly<Record<string, unknown>> = {}): string {
  const texts = dictionaries[language]
  const named = bounds.some((name) => name in data) ? texts[`${key}_within`] : undefined
  const text = named ?? texts[key] ?? texts.INTERNAL ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(name, data[name], language))
}

function shown(name: string, value: unknown, language: Language): string {
  if (typeof value === 'number') return shownNumber(name, value)
  if (Array.isArray(value)) return value.map((part) => shown(name, part, language)).join(', ')
  if (typeof value !== 'string') return ''
  if (percents.has(name)) return formatPct(value, language, placesMax)
  if (isDate(value)) return formatDate(value, language)
  return isMonth(value) ? formatMonth(value, language) : value
}

function shownNumber(name: string, value: number): string {
  if (quantities.has(name)) return formatQuantity(value)
  if (amounts.has(name)) return formatRupiah(value)
  // Thousands are set apart where they help reading: a year has no point in it.
  return bounds.includes(name) && Math.abs(value) >= 10_000 ? formatQuantity(value * 1000) : String(value)
}
