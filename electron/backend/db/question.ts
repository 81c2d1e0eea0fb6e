import type { Database } from 'better-sqlite3'
import { type Compilable, CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector } from 'kysely'
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

/**
 * An insert into a table, its columns named once: of one row, or of many, as few statements as that takes. A column that is
 * null in every row is left out; none that may be null has a default.
 */
export function insertion<Table extends keyof Tables & string>(
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
): (db: Reader, ...rows: readonly Tables[Table][]) => Promise<void> {
  const shapes = new Map<string, Map<number, string>>()
  return async (db, ...rows) => {
    const used = columns.filter((column) => rows.some((row) => row[column] !== null))
    const shape = used.join()
    const texts = shapes.get(shape) ?? new Map<number, string>()
    shapes.set(shape, texts)
    for (let from = 0; from < rows.length; ) {
      const count = together.find((size) => size <= rows.length - from) ?? 1
      const values: unknown[] = []
      for (const row of rows.slice(from, from + count)) for (const column of used) values.push(row[column])
      const text = texts.get(count) ?? insertText(table, used, count)
      texts.set(count, text)
      await put(db, text, values)
      from += count
    }
  }
}

/** How many rows one statement writes: many lines at a time, and few statements to keep. */
const together = [16, 4, 1]

function insertText(table: keyof Tables & string, columns: readonly string[], count: number): string {
  const row = Object.fromEntries(columns.map((column, place) => [column, new Blank(place)]))
  const rows = Array.from({ length: count }, () => row)
  return paper
    .insertInto(table)
    .values(rows as never)
    .compile().sql
}

async function put(db: Reader, text: string, values: readonly unknown[]): Promise<void> {
  const held = holding.get(db)
  if (held) held.run(text, values)
  else await db.executeQuery(CompiledQuery.raw(text, [...values]))
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
