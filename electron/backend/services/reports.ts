import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import type { Picture } from '../../../shared/contract/report-answers.ts'
import {
  type AskedBook,
  type AskedPicture,
  type AskedReport,
  type ReportName,
  reportNames,
  reportParams,
} from '../../../shared/contract/reports.ts'
import { invalidInput } from '../../../shared/errors.ts'
import type { Statement } from '../../../shared/statements/statement.ts'
import { filled, reportTexts } from '../../../shared/statements/texts.ts'
import type { App } from '../app.ts'
import { runReport } from '../reports/index.ts'
import { fileName } from '../reports/paper/file-name.ts'
import { readFrame } from '../reports/paper/frame.ts'
import { paperTexts } from '../reports/paper/paper-texts.ts'
import { pictureOf } from '../reports/paper/picture.ts'
import { type NamedAfter, pressAll, readFromCopy } from '../reports/paper/press.ts'
import type { PressedBook, WantedVolumes } from '../reports/paper/press-book.ts'
import type { Tell } from '../reports/paper/progress.ts'
import { type AskedOfCopy, readPaper } from '../reports/read-paper.ts'
import type { Reading } from '../work.ts'
import { followed } from './making.ts'

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

/** Books of many reports: of thousands of members each takes seconds, during which nobody else would be answered. */
const longToRead: ReadonlySet<ReportName> = new Set(['annualMeetingBook', 'governmentAnnual'])

/** Hands a copy of the book, with everything that stands in no table of it, to who reads in another thread. */
async function fromCopy<T>(
  app: App,
  asked: AskedReport,
  signal: AbortSignal | undefined,
  work: (copy: AskedOfCopy) => Promise<T>,
): Promise<T> {
  const { home, today } = app.options
  const day = today()
  const { path, forget } = await app.copy(signal)
  try {
    return await work({ path, asked, today: day, options: { home }, alarms: app.alarms })
  } finally {
    forget()
  }
}

/** A report as it is shown on the screen. */
export async function reportStatement(
  app: App,
  asked: AskedReport,
  signal: AbortSignal | undefined,
): Promise<Statement> {
  if (!longToRead.has(asked.report)) return app.read((reading) => runReport(reading, asked, app))
  return fromCopy(app, asked, signal, (copy) => readFromCopy(copy, signal))
}

/**
 * A report as a file. The book is only held while it is read, and not at all where that is long; paper is made in a
 * worker, which is stopped when `signal` is aborted (CANCELLED).
 */
export async function reportFile(
  app: App,
  asked: AskedReport,
  extension: 'pdf' | 'xlsx',
  signal: AbortSignal | undefined,
): Promise<File> {
  const volume = 'volume' in asked.params ? (asked.params.volume ?? 1) : 1
  const { files, volumes } = await filesOf(app, asked, { extension, wanted: volume, signal })
  const [file] = files
  if (!file) throw invalidInput(['params', 'volume'], 'no_such_volume', { volumes })
  return file
}

/** Every volume of a book, each as a file; how far they are is heard under `makingId`. */
export async function bookVolumes(
  app: App,
  { makingId, ...asked }: AskedBook,
  signal: AbortSignal | undefined,
): Promise<Answers['reports']['volumes']> {
  return followed(makingId, async (tell) => {
    const { files } = await filesOf(app, asked, { extension: 'pdf', wanted: 'all', signal, tell })
    return { files: [...files] }
  })
}

interface Making {
  readonly extension: 'pdf' | 'xlsx'
  readonly wanted: WantedVolumes
  readonly signal: AbortSignal | undefined
  readonly tell?: Tell | undefined
}

async function filesOf(app: App, asked: AskedReport, { extension, wanted, signal, tell }: Making) {
  const output = extension === 'pdf' ? 'pdf' : 'sheet'
  const { book, of } = longToRead.has(asked.report)
    ? await fromCopy(app, asked, signal, (copy) => pressAll({ output, copy, volumes: wanted }, signal, tell))
    : await pressAll({ output, ...(await app.read((reading) => readPaper(reading, asked, app))) }, signal, tell)
  const named = ({ volume, bytes }: PressedBook['files'][number]) => {
    const label = volumeLabel(of, volume, book.volumes)
    const name = fileName({ ...of, label }, of.cooperative, extension)
    return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: mediaTypes[extension] })
  }
  return { files: book.files.map(named), volumes: book.volumes }
}

/** `2025`, of a book of several volumes `2025 jilid 2`. */
function volumeLabel({ label, language }: NamedAfter, volume: number, volumes: number): string {
  return volumes === 1 ? label : filled(paperTexts(language).volumes.label, { label, volume })
}

/** A card or slip as it is sent to a phone: what the page says, as text to be drawn. */
export async function reportPicture(reading: Reading, asked: AskedPicture, app: App): Promise<Picture> {
  const statement = await runReport(reading, asked, app)
  return pictureOf(statement, await readFrame(reading.db, statement.date, app))
}
