import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import type { Picture } from '../../../shared/contract/report-answers.ts'
import { type AskedPicture, type AskedReport, reportNames, reportParams } from '../../../shared/contract/reports.ts'
import { reportTexts } from '../../../shared/statements/texts.ts'
import type { App } from '../app.ts'
import { runReport } from '../reports/index.ts'
import { fileName } from '../reports/paper/file-name.ts'
import { mergedFrame, readFrame } from '../reports/paper/frame.ts'
import { pictureOf } from '../reports/paper/picture.ts'
import { press } from '../reports/paper/press.ts'
import type { Reading } from '../work.ts'

/** Every report with what it must and what it may be told. */
export function listReports({
  language = 'id',
}: NonNullable<Inputs['reports']['list']> = {}): Answers['reports']['list'] {
  const titles = reportTexts(language).title
  const rows = reportNames.map((report) => {
    const params = Object.entries(reportParams[report].shape).map(([name, schema]) => ({
      name,
      required: !schema.safeParse(undefined).success,
    }))
    return { report, title: titles[report], params }
  })
  return { rows }
}

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/**
 * A report as a file. The book is only held while it is read; paper is made in a worker, which is stopped when `signal`
 * is aborted (CANCELLED).
 */
export async function reportFile(
  app: App,
  asked: AskedReport,
  extension: 'pdf' | 'xlsx',
  signal: AbortSignal | undefined,
): Promise<File> {
  const { statement, frame } = await app.read(async (reading) => {
    const found = await runReport(reading, asked, app)
    const frame = found.merged ? mergedFrame(found.merged) : await readFrame(reading.db, found.date, app)
    return { statement: found, frame }
  })
  const bytes = await press({ output: extension === 'pdf' ? 'pdf' : 'sheet', statement, frame }, signal)
  const name = fileName(statement, frame.cooperative.name, extension)
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: mediaTypes[extension] })
}

/** A card or slip as it is sent to a phone: what the page says, as text to be drawn. */
export async function reportPicture(reading: Reading, asked: AskedPicture, app: App): Promise<Picture> {
  const statement = await runReport(reading, asked, app)
  return pictureOf(statement, await readFrame(reading.db, statement.date, app))
}
