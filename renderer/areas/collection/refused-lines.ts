import type { Failure } from '../../ui/failure.ts'
import type { CollectedMember } from './collection-work.ts'
import type { LineMark } from './SheetLine.tsx'
import { loanColumn, penaltyColumn, type SheetRow } from './sheet-columns.ts'

interface Sent {
  /** As they were sent; issues name them by their place. */
  readonly rows: readonly CollectedMember[]
  /** The sheet they were typed into. */
  readonly sheet: readonly Pick<SheetRow, 'memberId' | 'loans'>[]
}

/** Which lines of the sheet a refusal is about, and which box of them. */
export function refusedLines(
  failure: Failure,
  { rows, sheet }: Sent,
  toSentence: (word: string, data: Readonly<Record<string, unknown>>) => string,
): ReadonlyMap<string, readonly LineMark[]> {
  const marks = new Map<string, LineMark[]>()
  if (failure.kind !== 'refusal') return marks
  for (const { path, word } of failure.issues) {
    const [, place, kind, rest] = /^rows\.(\d+)(?:\.(\w+)(?:\.(.+))?)?$/.exec(path) ?? []
    const row = place === undefined ? undefined : rows[Number(place)]
    if (row === undefined) continue
    const column = kind === 'savings' ? rest : kind === 'loans' ? loanMark(row, sheet, rest) : undefined
    const mark = { column, sentence: toSentence(word, failure.data) }
    marks.set(row.memberId, [...(marks.get(row.memberId) ?? []), mark])
  }
  return marks
}

/** The column of the loan, or of its penalty, that `0.amount` or `0.penalty` names among those that were sent. */
function loanMark({ memberId, loans }: CollectedMember, sheet: Sent['sheet'], rest = ''): string | undefined {
  const [index, field] = rest.split('.')
  const sent = loans[Number(index)]
  const known = sheet.find((row) => row.memberId === memberId)?.loans ?? []
  const place = known.findIndex(({ loanId }) => loanId === sent?.loanId)
  if (place < 0) return undefined
  return field === 'penalty' ? penaltyColumn(place) : loanColumn(place)
}
