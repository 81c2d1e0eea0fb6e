import { firstDayOfYear, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { NotedDivision, NotesFacts } from '../../../../shared/statements/notes/facts.ts'
import type { Reader } from '../../db/tables.ts'
import { listBorrowings } from '../../services/capital/records.ts'
import { yearsWithEntries } from '../../services/closing/closed-years.ts'
import { lentIn } from '../../services/closing/health/basis.ts'
import { dividedIfEarned } from '../../services/closing/surplus.ts'
import { endOfYear } from '../../services/closing/year-end.ts'
import { listFunds } from '../../services/funds/records.ts'
import { nameIn } from '../../services/ledger.ts'
import { readLoanPolicy } from '../../services/loans/policy.ts'
import { loanProducts } from '../../services/loans/products.ts'
import { writtenOf } from '../../services/meeting/meeting.ts'
import { listOfficers } from '../../services/officers.ts'
import { listSavings } from '../../services/savings/list.ts'
import { regimeOf } from '../../services/tax/regime.ts'
import type { Reading } from '../../work.ts'
import { accountNames } from '../account-names.ts'
import { savingsProductNames } from '../savings-product-names.ts'
import { surplusFunds } from '../shu/funds.ts'
import { shuYear } from '../shu/year.ts'
import { assetMoves } from './assets.ts'
import { notedLines } from './lines.ts'
import { notedLoans, writtenOffIn } from './loans.ts'

const everything = Number.MAX_SAFE_INTEGER - 1
const educationFund = '25104'

/** Everything the notes tell of a year, at its end or as far as the book goes; refuses INVALID_INPUT `no_entries_in_year`. */
export async function notesFacts(
  reading: Reading,
  { year }: ReportParams<'notes'>,
  language: Language,
): Promise<NotesFacts> {
  const { db } = reading
  if (!(await yearsWithEntries(db)).includes(year)) {
    throw invalidInput(['params', 'year'], 'no_entries_in_year', { year })
  }
  const asOf = await endOfYear(reading, year)
  const names = await accountNames(db, language)
  const { accrueInterest: accruesInterest, allowance } = await readLoanPolicy(db)
  const { funds } = await surplusFunds(db, year, names)
  return {
    ...{ language, year, asOf, accruesInterest, allowance },
    isClosed: (await shuYear(db, year, language, undefined)).isClosed,
    written: await writtenOf(db, year, ['notesGeneral', 'notesPolicies', 'notesEvents', 'notesCommitments']),
    ...(await whoItIs(db, language)),
    members: await membersIn(db, year, asOf),
    ...(await notedLines(reading, { year, asOf, names }, language)),
    loanProducts: (await loanProducts(reading)).rows
      .filter(({ active }) => active)
      .map(({ nameId, nameEn, ...terms }) => ({ ...terms, name: language === 'en' ? nameEn : nameId })),
    loans: await notedLoans(reading, asOf, language),
    writtenOff: await writtenOffIn(db, year, asOf),
    savings: await savingsByProduct(reading, asOf, language),
    cost: await assetMoves(db, 'A14', { year, asOf, names }),
    accumulated: await assetMoves(db, 'A15', { year, asOf, names }),
    borrowings: (await listBorrowings(reading, { asOf, openOnly: true })).rows,
    divisions: await divisionsOf(reading, year),
    funds: (await listFunds(reading, { asOf, limit: everything })).rows,
    lent: await lentIn(db, year, asOf),
    educationFund: funds.find(({ account }) => account === educationFund),
    regime: (await regimeOf(db, year)).regime,
  }
}

async function whoItIs(
  db: Reader,
  language: Language,
): Promise<Pick<NotesFacts, 'cooperative' | 'officers' | 'units'>> {
  const own = await db.selectFrom('cooperative').selectAll().executeTakeFirstOrThrow()
  const units = await db.selectFrom('unit').selectAll().where('active', '=', 1).orderBy('sort').execute()
  const where = [own.address, own.village, own.district, own.regency, own.province].filter(Boolean).join(', ')
  return {
    cooperative: {
      ...{ name: own.name, founded: own.founded_on, legal: own.legal_entity_number },
      ...{ registration: own.coop_registration_number, taxId: own.tax_id, businessId: own.business_id, address: where },
    },
    officers: (await listOfficers({ db })).rows,
    units: units.map((unit) => nameIn(unit, language)),
  }
}

async function membersIn(db: Reader, year: number, asOf: string): Promise<NotesFacts['members']> {
  const all = await db
    .selectFrom('member')
    .select(['sex', 'joined_on', 'left_on'])
    .where('joined_on', '<=', asOf)
    .execute()
  const first = firstDayOfYear(year)
  const isIn = (member: (typeof all)[number]) => member.left_on === null || member.left_on > asOf
  const atEnd = all.filter(isIn)
  const wasThere = ({ joined_on, left_on }: (typeof all)[number]) =>
    joined_on < first && (left_on === null || left_on >= first)
  return {
    start: all.filter(wasThere).length,
    joined: all.filter(({ joined_on }) => joined_on >= first).length,
    left: all.filter((member) => !isIn(member) && (member.left_on ?? '') >= first).length,
    end: atEnd.length,
    women: atEnd.filter(({ sex }) => sex === 'female').length,
    men: atEnd.filter(({ sex }) => sex === 'male').length,
  }
}

async function savingsByProduct(reading: Reading, asOf: string, language: Language): Promise<NotesFacts['savings']> {
  const { rows } = await listSavings(reading, { asOf, limit: everything })
  const held = Map.groupBy(
    rows.filter(({ active, balance }) => active || balance !== 0),
    ({ product }) => product,
  )
  const products = await savingsProductNames(reading.db, language)
  return products.flatMap(({ product, name }) => {
    const own = held.get(product) ?? []
    return own.length === 0 ? [] : [{ name, accounts: own.length, balance: sumSen(own.map(({ balance }) => balance)) }]
  })
}

/** How the surplus of the year before and of the year itself is divided, where there was any. */
async function divisionsOf(reading: Reading, year: number): Promise<NotedDivision[]> {
  const found: NotedDivision[] = []
  for (const one of [year - 1, year]) {
    const divided = await dividedIfEarned(reading, one)
    if (divided) found.push({ year: one, decided: divided.decided ?? null, division: divided.answer })
  }
  return found
}
