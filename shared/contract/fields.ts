import { z } from 'zod'
import { isDate, isMonth } from '../calendar.ts'
import { type Sen, senMax } from '../rules/money.ts'
import { quantityMax } from '../rules/quantity.ts'
import { isQuarter } from '../rules/quarters.ts'
import { always } from './issue-words.ts'

/**
 * The fields every area's schemas are made of. Issue messages are stable words, never sentences; the first problem of
 * a field ends its checking, so that a field shows one problem at a time.
 */

type Range = { readonly min: number; readonly max: number; readonly below: string; readonly above: string }

/** A whole number in a range; minus zero becomes zero, so that hashes and printed figures cannot differ by it. */
function wholeNumber({ min, max, below, above }: Range) {
  const words: Readonly<Record<string, string>> = { too_small: below, too_big: above }
  return z
    .int({ error: (issue) => words[issue.code] ?? always('not_whole').error(issue), abort: true })
    .min(min, { error: below, abort: true })
    .max(max, { error: above, abort: true })
    .overwrite((value) => value + 0)
}

/** Sen with either sign, within ±9·10¹⁵. */
export const senSchema = wholeNumber({
  min: -senMax,
  max: senMax,
  below: 'amount_too_large',
  above: 'amount_too_large',
}) as unknown as z.ZodType<Sen, number>

/** Sen from zero to 9·10¹⁵: limits, minimum balances, opening amounts. */
export const senOrZeroSchema = wholeNumber({
  min: 0,
  max: senMax,
  below: 'amount_negative',
  above: 'amount_too_large',
}) as unknown as z.ZodType<Sen, number>

/** Sen above zero: what is paid, received, transferred. */
export const amountSchema = wholeNumber({
  min: 1,
  max: senMax,
  below: 'amount_not_positive',
  above: 'amount_too_large',
}) as unknown as z.ZodType<Sen, number>

/** Whole thousandths above zero: 1,5 kg is 1500; at most a thousand million. */
export const quantitySchema = wholeNumber({
  min: 1,
  max: quantityMax,
  below: 'quantity_not_positive',
  above: 'quantity_too_large',
})

/** Whole thousandths from zero: what is counted on a shelf, or the least there should be; at most a thousand million. */
export const quantityOrZeroSchema = wholeNumber({
  min: 0,
  max: quantityMax,
  below: 'quantity_negative',
  above: 'quantity_too_large',
})

/** A whole number of things from `min` to `max`: months, pieces, a page's rows. */
export function countSchema(min: number, max: number) {
  return wholeNumber({ min, max, below: 'too_small', above: 'too_large' })
}

/** A day that exists, `YYYY-MM-DD`, 1900 to 2999. */
export const dateSchema = z
  .string(always('not_a_date'))
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not_a_date', abort: true })
  .refine(isDate, 'not_a_date')

/** A month, `YYYY-MM`, 1900 to 2999. */
export const monthSchema = z
  .string(always('not_a_month'))
  .regex(/^\d{4}-\d{2}$/, { error: 'not_a_month', abort: true })
  .refine(isMonth, 'not_a_month')

/** A quarter, `YYYY-Qn`, 1990 to 2998. */
export const quarterSchema = z.string(always('not_a_quarter')).refine(isQuarter, 'not_a_quarter')

/** A rate in percent as a decimal string with a point: `"1.5"`; 0 to 1000, at most eight decimals. */
export const rateSchema = z
  .string(always('not_a_rate'))
  .regex(/^(0|[1-9]\d{0,3})(\.\d{1,8})?$/, { error: 'not_a_rate', abort: true })
  .refine((text) => Number(text) <= 1000, { error: 'rate_too_large', params: { most: 1000 } })

/** A part of a whole in percent: a rate of at most 100. */
export const shareSchema = rateSchema.refine((text) => Number(text) <= 100, {
  error: 'rate_too_large',
  params: { most: 100 },
})

/** The key under which a write is done once: 1 to 64 characters, kept exactly as given. */
export const requestIdSchema = z
  .string(always('not_text'))
  .max(256, { error: 'too_long', abort: true })
  .refine((text) => text !== '', { error: 'required', abort: true })
  .refine((text) => text.isWellFormed(), { error: 'broken_character', abort: true })
  .refine((text) => !controlCharacter.test(text), { error: 'control_character', abort: true })
  .refine((text) => [...text].length <= 64, { error: 'too_long', abort: true })
  .meta({ minLength: 1, maxLength: 64 })

// C0 and C1 controls, DEL, line and paragraph separators, and characters of no width that nobody sees in a name.
const controlCharacter = /[\p{Cc}\u2028\u2029\u200b\u2060\ufeff]/u

// Marks that turn the reading direction, with which `gnp.exe` can be shown as `exe.png`.
const directionMark = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

// What every keyboard writes: most texts, and every id of the program, need no closer look.
const plain = /^[ -~]*$/

function textProblem(text: string, max: number): string | undefined {
  if (plain.test(text)) return text.length <= max ? undefined : 'too_long'
  if (!text.isWellFormed()) return 'broken_character'
  if (controlCharacter.test(text)) return 'control_character'
  if (directionMark.test(text)) return 'direction_mark'
  return [...text].length <= max ? undefined : 'too_long'
}

/**
 * One line of text, stored trimmed and in NFC, at most `max` characters (code points, as SQLite counts); may be empty.
 * Refused: `too_long`, `broken_character` (half of a surrogate pair), `control_character`, `direction_mark`.
 */
export function textSchema(max: number) {
  return (
    z
      .string(always('not_text'))
      // A composed character may come as several; ten megabytes need not be normalised to be refused.
      .max(max * 4, { error: 'too_long', abort: true })
      .overwrite((text) => (plain.test(text) ? text : text.normalize('NFC')).trim())
      .refine((text) => textProblem(text, max) === undefined, {
        error: ({ input }) => textProblem(String(input), max),
        abort: true,
      })
      .meta({ maxLength: max })
  )
}

/** Text that must show something: like `textSchema`, and `required` where no letter, digit or sign is left. */
export function nameSchema(max = 120) {
  return textSchema(max)
    .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), { error: 'required', abort: true })
    .meta({ minLength: 1, maxLength: max })
}
