import type { Language } from '../../../../shared/calendar.ts'
import { paper as en } from '../../../../shared/text/en/paper.ts'
import { paper as id } from '../../../../shared/text/id/paper.ts'
import type { Shape } from '../../../../shared/text/shape.ts'

export type PaperTexts = Shape<typeof id>

/** The words that stand around a statement on paper. */
export function paperTexts(language: Language): PaperTexts {
  return language === 'en' ? en : id
}
