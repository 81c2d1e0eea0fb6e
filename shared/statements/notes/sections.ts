/** The notes of the financial statements in their order; the first has the number 1 (reports.md section 5). */
const noteSections = [
  ...(['identity', 'compliance', 'policies', 'breakdown', 'loans', 'savings', 'assets', 'borrowings'] as const),
  ...(['surplus', 'funds', 'services', 'tax', 'related', 'events', 'commitments'] as const),
] as const

export type NoteSection = (typeof noteSections)[number]

/** What tells more of a line of the balance sheet or the surplus than its breakdown by accounts, which every line has. */
const toldIn: Readonly<Record<string, NoteSection>> = {
  ...linesOf('loans', 'A03', 'A04', 'A05', 'H23'),
  ...linesOf('savings', 'L01', 'L02', 'L03', 'E01', 'E02', 'E03'),
  ...linesOf('assets', 'A14', 'A15', 'H24'),
  ...linesOf('borrowings', 'L13', 'L14', 'L15', 'E04'),
  ...linesOf('surplus', 'L09', 'L10', 'E08', 'E09'),
  ...linesOf('funds', 'L12', 'H42', 'H43'),
  ...linesOf('tax', 'L06', 'H50'),
}

function linesOf(section: NoteSection, ...lines: readonly string[]): Record<string, NoteSection> {
  return Object.fromEntries(lines.map((line) => [line, section]))
}

/** The number of a note, from 1. */
export function noteNumber(section: NoteSection): number {
  return noteSections.indexOf(section) + 1
}

/** Which notes tell of a line, as a statement prints it beside the line: `4, 7`. */
export function notesOfLine(line: string): string {
  const more = toldIn[line]
  return [noteNumber('breakdown'), ...(more ? [noteNumber(more)] : [])].join(', ')
}
