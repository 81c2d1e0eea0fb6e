import type { Failure } from '../../ui/failure.ts'
import type { CollectedMember } from './collection-work.ts'
import type { LineMark } from './SheetLine.tsx'

/** Which lines of the sheet a refusal is about: issues name the rows as they were sent. */
export function refusedLines(
  failure: Failure,
  sent: readonly CollectedMember[],
  toSentence: (word: string, data: Readonly<Record<string, unknown>>) => string,
): ReadonlyMap<string, readonly LineMark[]> {
  const marks = new Map<string, LineMark[]>()
  if (failure.kind !== 'refusal') return marks
  for (const { path, word } of failure.issues) {
    const [, row, kind, product] = /^rows\.(\d+)(?:\.(\w+)(?:\.(.+))?)?$/.exec(path) ?? []
    const memberId = row === undefined ? undefined : sent[Number(row)]?.memberId
    if (memberId === undefined) continue
    const mark = { product: kind === 'savings' ? product : undefined, sentence: toSentence(word, failure.data) }
    marks.set(memberId, [...(marks.get(memberId) ?? []), mark])
  }
  return marks
}
