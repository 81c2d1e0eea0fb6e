import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'migrations')
const idea = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(idea)) {
  process.stderr.write('npm run new:migration <what_it_does>, for example add_member_village\n')
  process.exit(2)
}

const last = Math.max(...readdirSync(folder).map((name) => Number(/^(\d{4})_/.exec(name)?.[1] ?? 0)))
const number = last + 1
const digits = String(number).padStart(4, '0')
const name = `${digits}_${idea}`
const step = idea.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

writeFileSync(
  join(folder, `${name}.ts`),
  `import { type Kysely, sql } from 'kysely'

/** Say here what changes for whom, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`SELECT 1\`.execute(db)
}
`,
  { flag: 'wx' },
)

const listFile = join(folder, 'index.ts')
const list = readFileSync(listFile, 'utf8')
  .replace(
    /(import \{ up as \w+ \} from '\.\/\d{4}_\w+\.ts'\n)(?!import \{ up)/,
    `$1import { up as ${step} } from './${name}.ts'\n`,
  )
  .replace(/,?\s*\]\s*$/, `,\n  { number: ${number}, name: '${name}', up: ${step} },\n]\n`)
if (!list.includes(`up: ${step} }`) || !list.includes(`import { up as ${step} }`))
  throw new Error('migrations/index.ts has another shape than this script knows')
writeFileSync(listFile, list)

mkdirSync(join(root, 'tests', 'migrations'), { recursive: true })
writeFileSync(
  join(root, 'tests', 'migrations', `${name}.test.ts`),
  `import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect, memoryDatabase } from '../../electron/backend/db/connection.ts'
import { runMigrations } from '../../electron/backend/db/migrate.ts'
import { migrations } from '../../migrations/index.ts'

test('${idea.replaceAll('_', ' ')}: what a book of step ${last} holds is there after step ${number}', async () => {
  const database = memoryDatabase()
  const db = connect(database)
  await runMigrations(db, 0, migrations.slice(0, ${last}))
  // Put in what the program of step ${last} put in; after the step, say what it must be.
  await sql\`INSERT INTO setting (name, value) VALUES ('probe', 'kept')\`.execute(db)
  await runMigrations(db, ${last}, migrations.slice(${last}, ${number}))
  const { rows } = await sql<{ value: string }>\`SELECT value FROM setting WHERE name = 'probe'\`.execute(db)
  expect([rows[0]?.value, database.pragma('user_version', { simple: true })]).toEqual(['kept', ${number}])
})
`,
  { flag: 'wx' },
)
const written = [`migrations/${name}.ts`, 'migrations/index.ts', `tests/migrations/${name}.test.ts`]
spawnSync(process.execPath, [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...written], {
  cwd: root,
})
process.stdout.write(`${written.join('\n')}\n`)
