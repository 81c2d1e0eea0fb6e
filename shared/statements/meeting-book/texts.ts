import type { Language } from '../../calendar.ts'
import { meetingBook as en } from '../../text/en/meeting-book.ts'
import { meetingBook as id } from '../../text/id/meeting-book.ts'
import type { Shape } from '../../text/shape.ts'

export type BookTexts = Shape<typeof id>

/** The words of the book of the annual meeting in a language. */
export function bookTexts(language: Language): BookTexts {
  return language === 'en' ? en : id
}
