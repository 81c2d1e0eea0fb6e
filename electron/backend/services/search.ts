import { formatDateShort } from '../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { searchWords } from '../../../shared/rules/search-text.ts'
import type { JournalEntryTable, Reader } from '../db/tables.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Reading } from '../work.ts'
import { findMembers } from './members/list.ts'

type Found = Answers['search']['find']['rows']

const rowsMax = 20

/** Members by any part of name, number and hamlet, and vouchers by name or description, newest first: at most twenty. */
export async function find({ db }: Reading, { text }: Inputs['search']['find']): Promise<Answers['search']['find']> {
  if (searchWords(text).length === 0) return { rows: [] }
  const members = await membersAsRows(db, text)
  const entries = await entriesAsRows(db, text)
  const room = Math.max(rowsMax / 2, rowsMax - entries.length)
  const shown = members.slice(0, room)
  return { rows: [...shown, ...entries.slice(0, rowsMax - shown.length)] }
}

async function membersAsRows(db: Reader, text: string): Promise<Found> {
  const members = await findMembers(db, text, rowsMax)
  return members.map(({ id, code, name, hamlet }) => ({
    kind: 'member',
    id,
    title: name,
    detail: [code, hamlet].filter(Boolean).join(' · '),
  }))
}

type Entry = Pick<JournalEntryTable, 'id' | 'book' | 'year' | 'number' | 'date' | 'description'>

async function entriesAsRows(db: Reader, text: string): Promise<Found> {
  const entries = (await entriesByVoucher(db, text)) ?? (await entriesByDescription(db, text))
  return entries.map((entry) => ({
    kind: 'entry',
    id: entry.id,
    title: voucherName(entry),
    detail: `${formatDateShort(entry.date)} · ${entry.description}`,
  }))
}

const columns = ['id', 'book', 'year', 'number', 'date', 'description'] as const

/** `BKM-2026-0012`, `bkm 2026`, `bkm 12`, `bkm`: a voucher's name or the beginning of one; undefined for other texts. */
async function entriesByVoucher(db: Reader, text: string): Promise<Entry[] | undefined> {
  const named = /^(bkm|bkk|bbm|bbk|bm|pj|pb|pn|pt)(?:[-\s]+((?:19|20)\d\d))?(?:[-\s]+0*(\d{1,9}))?[-\s]*$/i.exec(text)
  if (!named) return undefined
  const [, book = '', year, number] = named
  let query = db
    .selectFrom('journal_entry')
    .select(columns)
    .where('book', '=', book.toUpperCase() as JournalEntryTable['book'])
  if (year !== undefined) query = query.where('year', '=', Number(year))
  if (number !== undefined) query = query.where('number', '=', Number(number))
  return query.orderBy('year', 'desc').orderBy('number', 'desc').limit(rowsMax).execute()
}

/** Every word in the description, or a voucher's number. */
async function entriesByDescription(db: Reader, text: string): Promise<Entry[]> {
  return db
    .selectFrom('journal_entry')
    .select(columns)
    .where((eb) =>
      eb.and(
        text
          .toLowerCase()
          .split(/\s+/)
          .filter(Boolean)
          .map((word) =>
            eb.or([
              eb(eb.fn<number>('instr', [eb.fn('lower', ['description']), eb.val(word)]), '>', 0),
              ...(/^\d{1,9}$/.test(word) ? [eb('number', '=', Number(word))] : []),
            ]),
          ),
      ),
    )
    .orderBy('seq', 'desc')
    .limit(rowsMax)
    .execute()
}
