import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import type { PaperProgress, Tell } from '../reports/paper/progress.ts'

/** What each stage takes of the whole, in percent, as measured with 10,000 members. */
const shares = { reading: 30, planning: 5, drawing: 65 } as const
const before = { reading: 0, planning: shares.reading, drawing: shares.reading + shares.planning } as const

const makings = new Map<string, PaperProgress>()

/** Hears how far a book is that is made under an id, as long as `work` takes. */
export async function followed<T>(makingId: string | undefined, work: (tell?: Tell) => Promise<T>): Promise<T> {
  if (makingId === undefined) return work()
  makings.set(makingId, { stage: 'reading', done: 0, of: 1 })
  try {
    return await work((progress) => makings.set(makingId, progress))
  } finally {
    makings.delete(makingId)
  }
}

/** How far the book is that is made under an id. */
export function progressOf({ makingId }: Inputs['reports']['progress']): Answers['reports']['progress'] {
  const found = makings.get(makingId)
  if (found === undefined) return { stage: 'waiting', done: 0, of: 0, pct: 0 }
  const { stage, done, of } = found
  return { ...found, pct: before[stage] + Math.trunc((shares[stage] * done) / Math.max(1, of)) }
}
