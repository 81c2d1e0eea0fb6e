import { type Kysely, sql } from 'kysely'
import { type Migration, migrations } from '../../migrations/index.ts'

/** A second step as some later program may have: a column, a table, and enough rows that it can be interrupted. */
const plantedStep: Migration = {
  number: 2,
  name: '0002_planted',
  up: async (db: Kysely<unknown>) => {
    await sql`ALTER TABLE partner ADD COLUMN village TEXT`.execute(db)
    await sql`CREATE TABLE planted (number INTEGER NOT NULL PRIMARY KEY, half TEXT NOT NULL) STRICT`.execute(db)
    if (process.env.STEP_BREAKS) throw new Error('the step broke')
    for (const half of ['first', 'second']) {
      await sql`INSERT INTO planted (number, half)
        WITH RECURSIVE row(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM row WHERE number < ${plantedRows})
        SELECT number + ${half === 'first' ? 0 : plantedRows}, ${half} FROM row`.execute(db)
    }
  },
}

const plantedRows = 40_000

/** Makes this process a program of the next version; before anything else of the backend is loaded. */
export function plant(): void {
  ;(migrations as Migration[])[1] = plantedStep
}
