import type { Language } from '../calendar.ts'
import { yearPapers as en } from '../text/en/year-papers.ts'
import { yearPapers as id } from '../text/id/year-papers.ts'
import type { Shape } from '../text/shape.ts'

export type YearTexts = Shape<typeof id>

/** The words of the statements of a year in a language. */
export function yearTexts(language: Language): YearTexts {
  return language === 'en' ? en : id
}
