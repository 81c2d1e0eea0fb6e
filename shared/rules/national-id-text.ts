/** How many of a citizen identity number's sixteen digits are shown: the district it was given in, not the birth date. */
const shownDigits = 6
const allDigits = 16

/** A citizen identity number (NIK) as it is kept: digits alone where nothing but digits, spaces, dots and dashes was typed. */
export function plainNationalId(typed: string): string {
  const digits = typed.replace(/^'|[\s.-]/g, '')
  return /^\d+$/.test(digits) ? digits : typed
}

/** Six of sixteen digits, the rest hidden; of a shorter number as large a part (promises.md G5). */
export function maskedNationalId(nationalId: string): string {
  const characters = [...nationalId]
  const shown = Math.min(shownDigits, Math.floor((characters.length * shownDigits) / allDigits))
  return characters.slice(0, shown).join('') + '*'.repeat(characters.length - shown)
}
