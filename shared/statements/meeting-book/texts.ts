import type { Language } from '../../calendar.ts'
import type { MeetingPart } from '../../rules/meeting-parts.ts'
import { meetingBook as en } from '../../text/en/meeting-book.ts'
import { meetingBook as id } from '../../text/id/meeting-book.ts'
import type { Shape } from '../../text/shape.ts'
import { filled } from '../texts.ts'

export type BookTexts = Shape<typeof id>

/** The words of the book of the annual meeting in a language. */
export function bookTexts(language: Language): BookTexts {
  return language === 'en' ? en : id
}

/** What stands in a part of the book until somebody writes it; some have room to write alone. */
export function usualPart(part: MeetingPart, language: Language, year: number): string[] {
  const usual = bookTexts(language).usual as Readonly<Partial<Record<MeetingPart, readonly string[]>>>
  return (usual[part] ?? []).map((text) => filled(text, { year }))
}
