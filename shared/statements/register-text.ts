import type { Language } from '../calendar.ts'
import { filled, reportTexts } from './texts.ts'

/** What a register's line is about beside its entry's description; the members' names are joined when it is read. */
export interface Described {
  readonly description: string
  readonly memo: string | null
  readonly memberName: string | null
  /** How many members the line or its whole entry is about. */
  readonly members: number
}

/** `Setoran simpanan wajib - Siti Aminah`, or with the number of members where a whole meeting is one line. */
export function describedLine({ description, memo, memberName, members }: Described, language: Language): string {
  const texts = reportTexts(language).receipt
  const who = memberName ?? (members > 1 ? filled(texts.members, { count: members }) : null)
  return [description, memo, who].filter((part) => part !== null && part !== '').join(' - ')
}
