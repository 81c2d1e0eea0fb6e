import { type Kysely, sql } from 'kysely'
import { type Migration, migrations } from '../../../migrations/index.ts'
import { assert } from '../../../shared/errors.ts'
import type { Tables } from './tables.ts'

/** The version of a book that this program writes. */
export const currentVersion = migrations.length

/** Steps that a book of `version` still needs. */
export function pendingMigrations(version: number): readonly Migration[] {
  return migrations.filter((step) => step.number > version)
}

/**
 * Runs the given steps in one transaction and sets `user_version` in the same one: a power cut leaves the old shape or
 * the new one. Whoever calls has copied the book before.
 */
export async function runMigrations(db: Kysely<Tables>, from: number, steps: readonly Migration[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    let version = from
    for (const step of steps) {
      assert(step.number === version + 1, `migration ${step.name} follows number ${version}`)
      await step.up(tx as unknown as Kysely<unknown>)
      version = step.number
    }
    await sql`PRAGMA user_version = ${sql.lit(version)}`.execute(tx)
    const broken = await sql`PRAGMA foreign_key_check`.execute(tx)
    assert(broken.rows.length === 0, 'references hold after the migration')
  })
}
