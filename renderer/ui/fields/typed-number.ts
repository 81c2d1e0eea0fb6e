import type { Language } from '../../../shared/calendar.ts'
import { formatPct, parsePct } from '../../../shared/rules/percent.ts'
import { formatQuantity, parseQuantity } from '../../../shared/rules/quantity.ts'

/** What a text field holds: the text, and the value it means. */
export interface Reading<Value> {
  readonly read: (text: string) => Value | undefined
  readonly write: (value: Value) => string
}

/** The largest whole number that is asked for: more than six digits is a slip. */
export const countMax = 999_999

/** True for a whole number, whether or not it is too large to be meant. */
export function isDigits(text: string): boolean {
  return /^\d+$/.test(text.trim())
}

/** Whole numbers: months, instalments, people. */
export const wholeNumbers: Reading<number> = {
  read: (text) => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined),
  write: String,
}

/** `1.5` where the point cannot mean thousands is read like `1,5`. */
function typedQuantity(text: string) {
  return parseQuantity(text.trim().replace(/^(\d+)\.(\d{1,2})$/, '$1,$2'))
}

/** Why a text is no quantity: what is told of it in the field. */
export function quantityProblem(text: string): 'tooFine' | 'tooLarge' | 'notQuantity' {
  const parsed = typedQuantity(text)
  const problem = 'problem' in parsed ? parsed.problem : undefined
  if (problem === 'too_fine') return 'tooFine'
  return problem === 'too_large' ? 'tooLarge' : 'notQuantity'
}

/** Quantities in thousandths: `1,5`, and `1.5` where the point cannot mean thousands. */
export const quantities: Reading<number> = {
  read: (text) => {
    const parsed = typedQuantity(text)
    return 'quantity' in parsed ? parsed.quantity : undefined
  },
  write: formatQuantity,
}

/** Percentages as decimal strings with a point, written with the language's own sign; people type either. */
export const percentages: Readonly<Record<Language, Reading<string>>> = {
  id: { read: parsePct, write: (pct) => formatPct(pct, 'id', 8) },
  en: { read: parsePct, write: (pct) => formatPct(pct, 'en', 8) },
}
