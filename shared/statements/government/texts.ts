import type { Language } from '../../calendar.ts'
import { government as en } from '../../text/en/government.ts'
import { government as id } from '../../text/id/government.ts'
import type { Shape } from '../../text/shape.ts'

/** The words of the packages for the government office in a language. */
export function governmentTexts(language: Language): Shape<typeof id> {
  return language === 'en' ? en : id
}
