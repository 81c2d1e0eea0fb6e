import type { Statement } from '../statement.ts'
import type { BookOf } from './chapters.ts'
import type { MeetingBookFacts } from './facts.ts'
import { bookTexts } from './texts.ts'

/** What is signed on a day nobody knows yet, with room to write it. */
export function undated<Facts extends BookOf>(facts: Facts): Facts & { readonly isUndated: true } {
  return { ...facts, isUndated: true }
}

/** Officers as those who sign a paper, each with the name that is known. */
export function officersSigning(
  { language, officers }: Pick<MeetingBookFacts, 'language' | 'officers'>,
  ...roles: readonly ('chair' | 'secretary' | 'treasurer' | 'supervisor')[]
): NonNullable<Statement['signers']> {
  const { role: names } = bookTexts(language).organisation
  return roles.map((role) => ({
    ...{ role: names[role], hasStamp: false },
    name: officers.find((one) => one.role === role)?.name ?? null,
  }))
}
