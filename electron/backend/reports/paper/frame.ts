import { monthOf, yearOf } from '../../../../shared/calendar.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import type { App } from '../../app.ts'
import type { BookKind, CooperativeTable, OfficerTable, Reader } from '../../db/tables.ts'
import { head } from '../../ledger/head.ts'
import { lastAct } from '../../ledger/periods.ts'

type OfficerRole = OfficerTable['role']

/** What stands around a statement on paper: whose it is, who signs it, and which state of the book it was drawn from. */
export interface Frame {
  readonly bookId: string
  readonly kind: BookKind
  readonly cooperative: Omit<CooperativeTable, 'only'>
  readonly officers: Readonly<Partial<Record<OfficerRole, string>>>
  readonly entries: number
  readonly hash: string
  /** UTC ISO text of the newest entry, so that the same book prints the same bytes. */
  readonly madeAt: string
  /** True once nothing can be dated into the month the statement ends in. */
  readonly isLocked: boolean
  /** True while the book's proofs found something that does not agree. */
  readonly hasAlarm: boolean
}

/** Reads the frame of a paper that speaks of `date`. */
export async function readFrame(db: Reader, date: string, app: Pick<App, 'alarms'>): Promise<Frame> {
  const book = await db.selectFrom('book').selectAll().executeTakeFirstOrThrow()
  const { only: _, ...cooperative } = await db.selectFrom('cooperative').selectAll().executeTakeFirstOrThrow()
  const officers = await db.selectFrom('officer').selectAll().execute()
  const { seq, hash } = await head(db)
  const newest = await db.selectFrom('journal_entry').select('created_at').where('seq', '=', seq).executeTakeFirst()
  return {
    bookId: book.id,
    kind: book.kind,
    cooperative,
    officers: Object.fromEntries(officers.map(({ role, name }) => [role, name])),
    entries: seq,
    hash,
    madeAt: newest?.created_at ?? book.made_at,
    isLocked: await isLocked(db, date),
    hasAlarm: app.alarms.length > 0,
  }
}

/** What stands around a paper that was made of others' files: nothing of the open book. */
export function mergedFrame({ of, code, files, madeOn, kind }: NonNullable<Statement['merged']>): Frame {
  return {
    ...{ bookId: '', kind, officers: {}, entries: files, hash: code, isLocked: true, hasAlarm: false },
    cooperative: { ...nobody, name: of },
    madeAt: `${madeOn}T00:00:00.000Z`,
  }
}

const nobody: Omit<Frame['cooperative'], 'name'> = {
  ...{ founded_on: null, legal_entity_number: null, coop_registration_number: null, tax_id: null, business_id: null },
  ...{ address: null, village: null, district: null, regency: null, province: null, phone: null, coop_type: null },
}

/** True once nothing can be dated into the month of a day: it is locked, or its year closed. */
export async function isLocked(db: Reader, date: string): Promise<boolean> {
  const month = await lastAct(db, monthOf(date))
  const year = await lastAct(db, String(yearOf(date)))
  return month?.act === 'lock' || year?.act === 'close'
}
