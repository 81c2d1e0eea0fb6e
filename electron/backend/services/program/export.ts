import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { type ProgramContent, programFileFormat, programFileVersion } from '../../../../shared/contract/program-file.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { quarterBefore, quarterOf, quarterSpan } from '../../../../shared/rules/quarters.ts'
import { indicatorDefinitions } from '../../../../shared/statements/program-indicators.ts'
import { dimensions, type ToldPeople, toldPeople } from '../../../../shared/statements/program-people.ts'
import { programPapers } from '../../../../shared/text/id/program-papers.ts'
import type { App } from '../../app.ts'
import { runReport } from '../../reports/index.ts'
import { fileName } from '../../reports/paper/file-name.ts'
import { isLocked, readFrame } from '../../reports/paper/frame.ts'
import { programIndicatorsFacts } from '../../reports/program/facts.ts'
import type { Reading } from '../../work.ts'
import { keyCode, ownKey, ownPublicKey } from './own-key.ts'
import { writeProgramFile } from './signed-file.ts'

/** The quarters a file can be made of: over, and with or after the first entry; the newest twelve, newest first. */
export async function programQuarters(
  { db, today }: Reading,
  _: Inputs['program']['quarters'],
  app: App,
): Promise<Answers['program']['quarters']> {
  const { id } = await db.selectFrom('book').select('id').executeTakeFirstOrThrow()
  const first = await firstQuarter(db)
  const rows: Answers['program']['quarters']['rows'] = []
  for (let quarter = quarterBefore(quarterOf(today)); rows.length < quartersShown; quarter = quarterBefore(quarter)) {
    if (first === undefined || quarter < first) break
    rows.push({ quarter, isFinal: await isLocked(db, quarterSpan(quarter).to) })
  }
  const key = ownPublicKey(app.options.home, id)
  return { rows, key: key === undefined ? null : keyCode(key) }
}

const quartersShown = 12

async function firstQuarter(db: Reading['db']): Promise<string | undefined> {
  const entry = await db.selectFrom('journal_entry').select('date').orderBy('date').limit(1).executeTakeFirst()
  return entry && quarterOf(entry.date)
}

/**
 * The signed file a cooperative hands to its programme: what the report of indicators says of the quarter, without a name.
 * Refuses INVALID_INPUT for a quarter that is not over, or that ended before the first entry. Posts nothing.
 */
export async function exportProgramFile(
  reading: Reading,
  { quarter }: Inputs['program']['export'],
  app: App,
): Promise<File> {
  const { to } = quarterSpan(quarter)
  if (to >= reading.today) throw invalidInput(['quarter'], 'quarter_not_over', { quarter, date: to })
  const first = await firstQuarter(reading.db)
  if (first === undefined || quarter < first) throw invalidInput(['quarter'], 'quarter_before_book', { quarter })
  const content = await programContent(reading, quarter, app)
  const { id, name } = content.cooperative
  const text = writeProgramFile(content, ownKey(app.options.home, id))
  const title = fileName({ title: programPapers.fileTitle, label: quarter }, name, 'json')
  return new File([text], title, { type: 'application/json' })
}

async function programContent(reading: Reading, quarter: string, app: App): Promise<ProgramContent> {
  const { from, to } = quarterSpan(quarter)
  const run = (asked: Parameters<typeof runReport>[1]) => runReport(reading, asked, app)
  const { members, money, granted } = await programIndicatorsFacts(reading, { from, to }, 'id', run)
  const { bookId, kind, cooperative, entries, hash, isLocked: isFinal, hasAlarm } = await readFrame(reading.db, to, app)
  const { name, village, district, regency, province, coop_registration_number: registrationNumber } = cooperative
  return {
    ...{ format: programFileFormat, version: programFileVersion },
    cooperative: { id: bookId, name, registrationNumber, village, district, regency, province, kind },
    ...{ quarter, madeOn: reading.today, book: { entries, hash, isFinal, hasAlarm } },
    people: peopleOf(toldPeople(members, to)),
    money: { ...money, granted },
    definitions: indicatorDefinitions,
  }
}

function peopleOf({ total, groups }: ToldPeople): ProgramContent['people'] {
  const byGroup = dimensions.map((dimension) => [
    dimension,
    Object.fromEntries(groups[dimension].map(({ group, ...counts }) => [group, counts])),
  ])
  return { total, ...Object.fromEntries(byGroup) }
}
