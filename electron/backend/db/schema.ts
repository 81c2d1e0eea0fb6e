import type Database from 'better-sqlite3'
import { migrations } from '../../../migrations/index.ts'
import { connect, memoryDatabase } from './connection.ts'
import { runMigrations } from './migrate.ts'

/** One thing a database is made of, as SQLite keeps its text. */
interface SchemaItem {
  readonly name: string
  readonly sql: string
}

/**
 * What a file has that a book of its version has not, and the other way round: a trigger added or taken away, a table
 * of another shape. Empty for a sound book. Indexes SQLite makes by itself and its statistics do not count.
 */
export async function schemaDifferences(database: Database.Database): Promise<string[]> {
  const found = schemaOf(database)
  const wanted = await expectedSchema(database.pragma('user_version', { simple: true }) as number)
  const differing = [...wanted].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name)
  const added = [...found.keys()].filter((name) => !wanted.has(name))
  return [...differing, ...added].sort()
}

/** What a version looks like never changes while the program runs, and finding out takes longer than opening a book. */
const expected = new Map<number, Promise<Map<string, string>>>()

function expectedSchema(version: number): Promise<Map<string, string>> {
  const known = expected.get(version) ?? modelSchema(version)
  expected.set(version, known)
  return known
}

async function modelSchema(version: number): Promise<Map<string, string>> {
  const model = memoryDatabase()
  const db = connect(model)
  await runMigrations(
    db,
    0,
    migrations.filter((step) => step.number <= version),
  )
  const schema = schemaOf(model)
  model.close()
  return schema
}

function schemaOf(database: Database.Database): Map<string, string> {
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%'")
    .all() as SchemaItem[]
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}
