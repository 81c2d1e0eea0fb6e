import { yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { PeriodActTable, Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'
import { closingEntries, yearActs, yearsWithEntries } from './closed-years.ts'

type YearRow = Answers['closing']['years']['rows'][number]

/** The years with entries and those that were closed, newest first, with what each earned. */
export async function listYears({ db, today }: Reading): Promise<Answers['closing']['years']> {
  const acts = await yearActs(db)
  const years = new Set([...(await yearsWithEntries(db)), ...acts.keys()])
  const rows: YearRow[] = []
  for (const year of [...years].filter((one) => one <= yearOf(today)).sort((a, b) => b - a)) {
    rows.push(await yearRow(db, year, acts.get(year)))
  }
  return { rows }
}

async function yearRow(db: Reader, year: number, act: PeriodActTable | undefined): Promise<YearRow> {
  const isClosed = act?.act === 'close'
  return {
    year,
    state: isClosed ? 'closed' : 'open',
    result: await resultOfYear(db, year),
    at: act?.at ?? null,
    by: act?.made_by ?? null,
    reason: act?.reason ?? null,
    entries: await closingEntries(db, year),
  }
}

/** What a year earned, whether it is closed or not, sen. */
async function resultOfYear(db: Reader, year: number): Promise<number> {
  const { net } = await db
    .selectFrom('balance_year as b')
    .innerJoin('account as a', 'a.code', 'b.account')
    .select((eb) => eb.fn.sum<number | null>(eb('b.credit', '-', eb.ref('b.debit'))).as('net'))
    .where('a.type', 'in', ['income', 'expense'])
    .where('b.year', '=', String(year))
    .where('b.kind', '<>', 'closing')
    .executeTakeFirstOrThrow()
  return net ?? 0
}
