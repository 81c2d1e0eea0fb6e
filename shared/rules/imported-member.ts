import type { CalendarDate } from '../calendar.ts'
import { type MemberInput, memberInputSchema } from '../contract/members.ts'
import { importedDate } from './imported-date.ts'
import type { MemberColumn } from './member-columns.ts'
import { plainNationalId } from './national-id-text.ts'
import type { Cell } from './sheet.ts'

/** Why a row of a list is not taken; `column` is the field, null where the row as a whole is meant. */
export interface RowProblem {
  readonly column: MemberColumn | null
  readonly reason: string
  readonly data?: Readonly<Record<string, unknown>>
}

export interface ImportedMember {
  /** The member as the form would fill it in; undefined where the row has problems. */
  readonly member: MemberInput | undefined
  readonly problems: readonly RowProblem[]
}

export type MemberCells = ReadonlyMap<MemberColumn, Cell>

/** A value as read from its cell, or the word for why it cannot be. */
type Reading = { readonly value: string } | { readonly problem: string }

/**
 * Reads one row of a list of members as people keep them: L/P, dates with month names, numbers that a spreadsheet took
 * the leading zero from. `latestDay` bounds what two digits of a year can mean. Never guesses an identity number that a
 * spreadsheet has rounded.
 */
export function importedMember(cells: MemberCells, latestDay: CalendarDate): ImportedMember {
  const problems: RowProblem[] = []
  const values = new Map<MemberColumn, string>()
  for (const [column, cell] of cells) {
    const reading = cell.text.includes('\ufffd') ? { problem: 'broken_character' } : read(column, cell, latestDay)
    if ('problem' in reading) problems.push({ column, reason: reading.problem })
    else values.set(column, reading.value)
  }
  const parsed = memberInputSchema.safeParse(formOf(values))
  if (!parsed.success) problems.push(...schemaProblems(parsed.error.issues, problems))
  return { member: parsed.success && problems.length === 0 ? parsed.data : undefined, problems }
}

function read(column: MemberColumn, cell: Cell, latestDay: CalendarDate): Reading {
  switch (column) {
    case 'number':
    case 'phone':
    case 'nationalId':
      return readDigits(column, cell)
    case 'birthDate':
    case 'joinedOn':
    case 'consentOn':
    case 'returnedOn':
      return readDate(cell, latestDay)
    case 'sex':
      return readWord(cell, sexes, 'sex_unknown')
    case 'bpjs':
      return /^\d{8,}$/.test(cell.text.trim()) ? { value: 'active' } : readWord(cell, insurances, 'not_in_list')
    case 'returneeStatus':
      return readWord(cell, returneeStatuses, 'not_in_list')
    default:
      return { value: oneLine(cell.text) }
  }
}

/** A line break within a cell is a space; the apostrophe that guards a formula belongs to the file, not to the name. */
function oneLine(text: string): string {
  return text.replace(/^\s*'(?=[=+\-@\t\r])/, '').replace(/\s*[\t\r\n]+\s*/g, ' ')
}

/** How many digits a number in a spreadsheet cell keeps; what comes after them is lost. */
const digitsKept = 15

function readDigits(column: 'number' | 'phone' | 'nationalId', cell: Cell): Reading {
  const text = cell.text.trim().replace(/^'/, '')
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return { problem: 'scientific_notation' }
  if (column === 'number') return { value: text }
  if (column === 'phone') return { value: /^8\d{8,11}$/.test(text) ? `0${text}` : text }
  const isRounded = cell.kind === 'number' && text.length > digitsKept && text.endsWith('0')
  return isRounded ? { problem: 'number_rounded' } : { value: plainNationalId(text) }
}

function readDate(cell: Cell, latestDay: CalendarDate): Reading {
  const date = importedDate(cell, latestDay)
  return date === undefined ? { problem: 'not_a_date' } : { value: date }
}

function readWord(cell: Cell, meanings: ReadonlyMap<string, string>, problem: string): Reading {
  const value = meanings.get(cell.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  return value === undefined ? { problem } : { value }
}

function meanings(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([value, list]) => list.split(' ').map((word) => [word, value] as const)),
  )
}

const sexes = meanings({
  female: 'p pr perempuan wanita w cewek female f woman',
  male: 'l lk laki lakilaki laki2 pria cowok male m man',
})

const insurances = meanings({
  active: 'aktif ya punya ada active yes',
  inactive: 'tidakaktif nonaktif nunggak inactive',
  none: 'tidak tidakada belum belumpunya tidakpunya none no',
})

const returneeStatuses = meanings({
  returnee: 'returnee purna purnapmi purnatki ya eks ekspmi ekstki mantan mantanpmi mantantki pmi tki yes',
  family: 'family keluarga keluargapmi keluargatki anggotakeluarga',
  none: 'none bukan tidak tidakada no bukanpmi',
})

/** The values under the names the form has them; the two columns of neighbourhoods may be one. */
function formOf(values: ReadonlyMap<MemberColumn, string>): Record<string, unknown> {
  const { returneeStatus, returneeCountry, returneeSector, returneeYears, returnedOn, rtRw, ...form } =
    Object.fromEntries(values) as Partial<Record<MemberColumn, string>>
  const [rt, rw] = (rtRw ?? '').split(/[/\\-]/).map((part) => part.replace(/\D/g, '') || undefined)
  const about = {
    country: returneeCountry,
    sector: returneeSector,
    years: returneeYears === undefined ? undefined : Number(/^\d+/.exec(returneeYears)?.[0]),
    returnedOn,
  }
  const isReturnee = Object.values(about).some((value) => value !== undefined)
  const returnee = returneeStatus || isReturnee ? { status: returneeStatus ?? 'returnee', ...about } : undefined
  return { rt, rw, ...form, returnee }
}

interface SchemaIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

const returneeColumns: Readonly<Record<string, MemberColumn>> = {
  status: 'returneeStatus',
  country: 'returneeCountry',
  sector: 'returneeSector',
  years: 'returneeYears',
  returnedOn: 'returnedOn',
}

/** The schema's own words, for the columns whose cells could be read. */
function schemaProblems(issues: readonly SchemaIssue[], found: readonly RowProblem[]): RowProblem[] {
  const told = new Set(found.map(({ column }) => column))
  return issues
    .map(({ path, message }) => ({ column: columnOf(path), reason: message }))
    .filter(({ column }) => !told.has(column))
}

function columnOf([field, inner]: readonly PropertyKey[]): MemberColumn | null {
  if (field === 'returnee') return returneeColumns[String(inner)] ?? 'returneeStatus'
  return (field as MemberColumn | undefined) ?? null
}
