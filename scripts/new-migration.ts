import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

writeFileSync(
  join(root, 'tests', 'migrations', `${name}.test.ts`),
  `import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'

// Go to step ${last}, put rows in as the program of that day did, go to step ${number}, compare.
test('${idea.replaceAll('_', ' ')}', () => {
  expect(migrations.map(({ number }) => number)).toContain(${number})
})
`,
  { flag: 'wx' },
)
process.stdout.write(`migrations/${name}.ts, its line in migrations/index.ts and tests/migrations/${name}.test.ts\n`)
