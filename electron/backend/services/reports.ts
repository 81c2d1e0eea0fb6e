import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import type { Picture } from '../../../shared/contract/report-answers.ts'
import {
  type AskedBook,
  type AskedPicture,
  type AskedReport,
  reportNames,
  reportParams,
} from '../../../shared/contract/reports.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import type { Statement } from '../../../shared/statements/statement.ts'
import { filled, reportTexts } from '../../../shared/statements/texts.ts'
import type { App } from '../app.ts'
import { runReport } from '../reports/index.ts'
import { fileName } from '../reports/paper/file-name.ts'
import { mergedFrame, readFrame } from '../reports/paper/frame.ts'
import { paperTexts } from '../reports/paper/paper-texts.ts'
import { pictureOf } from '../reports/paper/picture.ts'
import { pressAll } from '../reports/paper/press.ts'
import type { PressedBook, WantedVolumes } from '../reports/paper/press-book.ts'
import type { Tell } from '../reports/paper/progress.ts'
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

/** Hears how far it is, and gives up between two steps where nobody waits any more. */
function listening(signal: AbortSignal | undefined, tell: Tell | undefined): Tell {
  return (progress) => {
    if (signal?.aborted) throw new Refusal('CANCELLED')
    tell?.(progress)
  }
}

async function filesOf(app: App, asked: AskedReport, { extension, wanted, signal, tell }: Making) {
  const { statement, frame } = await app.read(async (reading) => {
    const found = await runReport(reading, asked, app, listening(signal, tell))
    const frame = found.merged ? mergedFrame(found.merged) : await readFrame(reading.db, found.date, app)
    return { statement: found, frame }
  })
  const output = extension === 'pdf' ? 'pdf' : 'sheet'
  const pressed = await pressAll({ output, statement, frame, volumes: wanted }, signal, tell)
  const named = (file: PressedBook['files'][number]) => {
    const label = volumeLabel(statement, file.volume, pressed.volumes)
    const name = fileName({ ...statement, label }, frame.cooperative.name, extension)
    return new File([file.bytes as Uint8Array<ArrayBuffer>], name, { type: mediaTypes[extension] })
  }
  return { files: pressed.files.map(named), volumes: pressed.volumes }
}

/** `2025`, of a book of several volumes `2025 jilid 2`. */
function volumeLabel({ label, language }: Statement, volume: number, volumes: number): string {
  return volumes === 1 ? label : filled(paperTexts(language).volumes.label, { label, volume })
}

/** A card or slip as it is sent to a phone: what the page says, as text to be drawn. */
export async function reportPicture(reading: Reading, asked: AskedPicture, app: App): Promise<Picture> {
  const statement = await runReport(reading, asked, app)
  return pictureOf(statement, await readFrame(reading.db, statement.date, app))
}
