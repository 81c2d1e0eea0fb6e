import type { App } from '../app.ts'
import type { AccountTable, BookTable, CooperativeTable, JournalLineTable, Reader } from '../db/tables.ts'
import { head } from '../ledger/head.ts'

/**
 * What every export needs beside the entries. `headSeq` is the newest entry at the start: the journal only grows, so
 * reading it page by page up to there is one steady view without holding the book.
 */
export interface BookFacts {
  readonly book: BookTable
  readonly cooperative: CooperativeTable
  readonly accounts: readonly AccountTable[]
  readonly accountNames: ReadonlyMap<string, string>
  readonly headSeq: number
  readonly headHash: string
  readonly lines: number
  /** The day of the first and the last entry; null in an empty book. */
  readonly firstDate: string | null
  readonly lastDate: string | null
  readonly names: ReferenceNames
}

type Reference = Exclude<keyof JournalLineTable & `${string}_id`, 'entry_id'>

/** What people call the things a line points at: their numbers and codes, by column and id. */
export type ReferenceNames = Readonly<Record<Reference, ReadonlyMap<string, string>>> & {
  readonly memberNames: ReadonlyMap<string, string>
  /** Whose savings account it is. */
  readonly ownerOf: ReadonlyMap<string, string>
}

/** Reads everything but the entries. */
export function bookFacts(app: App): Promise<BookFacts> {
  return app.read(async ({ db }) => {
    const newest = await head(db)
    const days = await db
      .selectFrom('journal_entry')
      .select(({ fn }) => [fn.min('date').as('first'), fn.max('date').as('last')])
      .executeTakeFirst()
    const counted = await db
      .selectFrom('journal_line')
      .select(({ fn }) => fn.countAll<number>().as('lines'))
      .executeTakeFirst()
    const accounts = await db.selectFrom('account').selectAll().orderBy('code').execute()
    return {
      book: await db.selectFrom('book').selectAll().executeTakeFirstOrThrow(),
      cooperative: await db.selectFrom('cooperative').selectAll().executeTakeFirstOrThrow(),
      accounts,
      accountNames: new Map(accounts.map(({ code, name_id }) => [code, name_id])),
      headSeq: newest.seq,
      headHash: newest.hash,
      lines: counted?.lines ?? 0,
      firstDate: days?.first ?? null,
      lastDate: days?.last ?? null,
      names: await referenceNames(db),
    }
  })
}

const identityColumns = {
  loan_id: 'loan',
  partner_id: 'partner',
  item_id: 'item',
  fund_id: 'fund',
  budget_line_id: 'budget_line',
  asset_id: 'asset',
  borrowing_id: 'borrowing',
  person_id: 'person',
} as const

type IdentityTable = (typeof identityColumns)[keyof typeof identityColumns]

async function referenceNames(db: Reader): Promise<ReferenceNames> {
  const members = await db.selectFrom('member').select(['id', 'code', 'name']).execute()
  const savings = await db.selectFrom('savings_account').select(['id', 'code', 'member_id']).execute()
  const codes = async (table: IdentityTable) => codesById(await db.selectFrom(table).select(['id', 'code']).execute())
  return {
    member_id: codesById(members),
    memberNames: new Map(members.map(({ id, name }) => [id, name])),
    savings_account_id: codesById(savings),
    ownerOf: new Map(savings.map(({ id, member_id }) => [id, member_id])),
    loan_id: await codes('loan'),
    partner_id: await codes('partner'),
    item_id: await codes('item'),
    fund_id: await codes('fund'),
    budget_line_id: await codes('budget_line'),
    asset_id: await codes('asset'),
    borrowing_id: await codes('borrowing'),
    person_id: await codes('person'),
  }
}

function codesById(rows: readonly { id: string; code: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, code }) => [id, code]))
}
