import type { Database } from 'better-sqlite3'
import { type Compilable, type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector } from 'kysely'
import { type BookConnection, BookQueryCompiler, connectionTo } from './dialect.ts'
import type { Reader, Tables } from './tables.ts'

/** A query that is asked with every entry: composed and compiled once, then only filled in. */
export interface Question<Blanks extends readonly unknown[], Row> {
  all(db: Reader, ...values: Blanks): Promise<Row[]>
  first(db: Reader, ...values: Blanks): Promise<Row | undefined>
}

/** Stands in a query for a value that comes with the asking. */
class Blank {
  readonly place: number

  constructor(place: number) {
    this.place = place
  }
}

/** Composes without a database: nothing is ever run on it. */
const paper = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new BookQueryCompiler(),
  },
})

/**
 * Takes a query as a function of its values, `(db, period: string) => db.selectFrom(…).where('period', '=', period)…`.
 * The values are only passed on to kysely, never looked at: composing happens before there are any. Lists go in as JSON.
 */
export function question<Blanks extends readonly unknown[], Row>(
  compose: (db: Reader, ...blanks: Blanks) => Compilable<Row>,
): Question<Blanks, Row> {
  const blanks = Array.from({ length: compose.length - 1 }, (_, place) => new Blank(place))
  const compiled = compose(paper, ...(blanks as unknown as Blanks)).compile()
  const all = async (db: Reader, ...values: Blanks) => (await ask(db, compiled, values)).rows
  return { all, first: async (db, ...values) => (await ask(db, compiled, values)).rows[0] }
}

/** An insert into a table, its columns named once: of one row, or of many one after the other without a pause. */
export function insertion<Table extends keyof Tables & string>(
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
): (db: Reader, ...rows: readonly Tables[Table][]) => Promise<void> {
  const blanks = Object.fromEntries(columns.map((column, place) => [column, new Blank(place)]))
  const compiled = paper
    .insertInto(table)
    .values(blanks as never)
    .compile()
  return async (db, ...rows) => {
    const values = rows.map((row) => columns.map((column) => row[column]))
    const held = holding.get(db)
    if (held) held.runEach(compiled.sql, values)
    else for (const own of values) await ask(db, compiled, own)
  }
}

function ask<Row>(db: Reader, { sql, parameters, ...rest }: CompiledQuery<Row>, values: readonly unknown[]) {
  const filled = parameters.map((value) => (value instanceof Blank ? values[value.place] : value))
  return holding.get(db)?.run<Row>(sql, filled) ?? db.executeQuery<Row>({ ...rest, sql, parameters: filled })
}

const holding = new WeakMap<Reader, BookConnection>()

/**
 * Questions to `db`, which holds the one connection of `database` until its work is done, go straight to it: kysely's own
 * way there asks at every step whether somebody else holds it.
 */
export function askDirectly<Holder extends Reader>(db: Holder, database: Database): Holder {
  holding.set(db, connectionTo(database))
  return db
}
