import type { Language } from '../calendar.ts'
import { Exact } from './money.ts'

/**
 * `"2.6434"` → `2,64`, in English `2.64`: a percentage as people read it, half up to at most so many places. Takes a
 * decimal string.
 */
export function formatPct(pct: string, language: Language, places = 2): string {
  const text = new Exact(pct).toDecimalPlaces(places, Exact.ROUND_HALF_UP).toFixed()
  return language === 'en' ? text : text.replace('.', ',')
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
export function formatPoints(points: number, language: Language): string {
  const text = new Exact(points).toFixed(2, Exact.ROUND_HALF_UP)
  return language === 'en' ? text : text.replace('.', ',')
}
