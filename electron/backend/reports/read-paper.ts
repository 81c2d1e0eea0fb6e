import type { AskedReport } from '../../../shared/contract/reports.ts'
import type { Statement } from '../../../shared/statements/statement.ts'
import type { App, AppOptions } from '../app.ts'
import { openBookCopy } from '../db/book-copy.ts'
import { askDirectly } from '../db/question.ts'
import { sqliteTrouble } from '../db/sqlite-trouble.ts'
import type { Reading } from '../work.ts'
import { runReport } from './index.ts'
import { type Frame, mergedFrame, readFrame } from './paper/frame.ts'
import type { Tell } from './paper/progress.ts'

/** What a paper says that stands in no table of the book. */
export interface Beside extends Pick<App, 'alarms'> {
  readonly options: Pick<AppOptions, 'home'>
}

/** A statement and what stands around it on paper. */
export interface Paper {
  readonly statement: Statement
  readonly frame: Frame
}

/** Reads a report with what stands around it, both from the same reading of the book. */
export async function readPaper(reading: Reading, asked: AskedReport, beside: Beside, tell?: Tell): Promise<Paper> {
  const statement = await runReport(reading, asked, beside, tell)
  const { merged, date } = statement
  return { statement, frame: merged ? mergedFrame(merged) : await readFrame(reading.db, date, beside) }
}

/** A report to be read from a copy of the book: plain data, as it is handed to another thread. */
export interface AskedOfCopy extends Beside {
  readonly path: string
  readonly asked: AskedReport
  readonly today: string
}

/** The same from a copy, which is gone afterwards. */
export async function readPaperOfCopy({ path, asked, today, ...beside }: AskedOfCopy, tell?: Tell): Promise<Paper> {
  const { database, db } = openBookCopy(path)
  try {
    return await db
      .connection()
      .execute((held) => readPaper({ db: askDirectly(held, database), today }, asked, beside, tell))
  } catch (error) {
    throw sqliteTrouble(error)
  } finally {
    database.close()
  }
}
