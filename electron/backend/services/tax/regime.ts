import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { lastFinalTaxYear, type TaxRegime, usualStartYear } from '../../../../shared/rules/turnover-tax.ts'
import type { Reader } from '../../db/tables.ts'
import { requireOpenYear } from '../../ledger/periods.ts'
import type { Reading, Work } from '../../work.ts'

type Answer = Answers['tax']['regime']

interface Decided {
  readonly regime: TaxRegime
  readonly startYear: number | null
}

const settingName = 'tax_regimes'

/** Which income tax the cooperative is under in a year. */
export async function taxRegime({ db }: Reading, { year }: Inputs['tax']['regime']): Promise<Answer> {
  return regimeOf(db, year)
}

/** What was decided for a year, nothing where nobody did. */
export async function regimeOf(db: Reader, year: number): Promise<Answer> {
  const decided = (await allDecided(db))[year]
  const { regime = null, startYear = null } = decided ?? {}
  return { year, regime, startYear, lastYear: startYear === null ? null : lastFinalTaxYear(startYear) }
}

/** True for a year after the last in which the cooperative may pay the final tax. */
export function isFinalPeriodOver({ year, lastYear }: Pick<Answer, 'year' | 'lastYear'>): boolean {
  return lastYear !== null && year > lastYear
}

/** Decides it for a year. Refuses INVALID_INPUT for a start after that year and one without the final tax, PERIOD_CLOSED for a closed year. */
export async function setTaxRegime(work: Work, input: Inputs['tax']['setRegime']): Promise<Answer> {
  const { year, regime, startYear } = input
  if (regime !== 'final_0_5' && startYear !== undefined) throw invalidInput(['startYear'], 'not_together')
  if (startYear !== undefined && startYear > year) throw invalidInput(['startYear'], 'start_after_year', { year })
  await requireOpenYear(work.tx, year)
  const start = regime === 'final_0_5' ? (startYear ?? (await usualStart(work.tx, year))) : null
  const value = JSON.stringify({ ...(await allDecided(work.tx)), [year]: { regime, startYear: start } })
  await work.tx
    .insertInto('setting')
    .values({ name: settingName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return regimeOf(work.tx, year)
}

async function usualStart(db: Reader, year: number): Promise<number> {
  const cooperative = await db.selectFrom('cooperative').select('founded_on').executeTakeFirst()
  return Math.min(year, usualStartYear(cooperative?.founded_on ?? null, year))
}

async function allDecided(db: Reader): Promise<Readonly<Record<number, Decided>>> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Record<number, Decided>) : {}
}
