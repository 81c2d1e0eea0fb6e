import type { Language } from '../calendar.ts'
import { Exact } from './money.ts'

/**
 * `"2.6434"` → `2,64`, in English `2.64`: a percentage as people read it, half up to at most so many places. Takes a
 * decimal string.
 */
export function formatPct(pct: string, language: Language, places = 2): string {
  const text = roundedPct(pct, places)
  return language === 'en' ? text : text.replace('.', ',')
}

/** `"2.6434"` → `"2.64"`, half up to at most so many places: a decimal string for a column of ratios. */
export function roundedPct(pct: string, places = 2): string {
  return new Exact(pct).toDecimalPlaces(places, Exact.ROUND_HALF_UP).toFixed()
}

/** `86.5` → `"86.50"`, half up: a decimal string for a column of points. */
export function twoPlaces(amount: number): string {
  return new Exact(amount).toFixed(2, Exact.ROUND_HALF_UP)
}

const decimal = /^-?\d+(\.\d+)?$/

/** True for what a column of decimals holds as a figure; a word may stand in its stead. */
export function isDecimal(text: string): boolean {
  return decimal.test(text)
}

/** `"109.8"` → `109,8`, as amounts are written in tables of every language; words stay as they are. */
export function decimalText(text: string): string {
  return isDecimal(text) ? text.replace('.', ',') : text
}

/** `"2.5"` → `2,5%`. */
export function percentText(text: string): string {
  return isDecimal(text) ? `${decimalText(text)}%` : text
}

/** `1,5`, `1.5`, `1,50 %` → `"1.5"`: what a person typed as a percentage, for the API; undefined where it is none. */
export function parsePct(text: string): string | undefined {
  const [, whole, places] = /^(\d{1,4})(?:[.,](\d{1,8}))? ?%?$/.exec(text.trim()) ?? []
  return whole === undefined ? undefined : new Exact(`${whole}.${places ?? '0'}`).toFixed()
}

/** `part` of `whole` in percent as a decimal string, half up to two places; both in sen. Null of nothing. */
export function pctOf(part: number, whole: number): string | null {
  if (whole === 0) return null
  return new Exact(part).mul(100).div(whole).toDecimalPlaces(2, Exact.ROUND_HALF_UP).toFixed()
}

/** `86.5` → `86,50`, in English `86.50`: points or a ratio, half up, always with two places. */
export function formatPoints(amount: number, language: Language): string {
  const text = twoPlaces(amount)
  return language === 'en' ? text : text.replace('.', ',')
}
