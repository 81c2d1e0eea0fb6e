import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildTargets } from './build.ts'
import {
  type Counts,
  inWords,
  noTests,
  playwrightCounts,
  playwrightFailures,
  sum,
  triedTwice,
  vitestCounts,
  vitestFailures,
} from './counts.ts'
import { findChromium, missingTools } from './tools.ts'

const root = join(import.meta.dirname, '..')
const reports = join(root, 'test-results')
const say = (line: string) => process.stdout.write(`${line}\n`)
const failures: string[] = []

/** Runs a program of node_modules under this very Node. */
function run(script: string, words: readonly string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

function runVitest(name: string, words: readonly string[] = []): Counts {
  const report = join(reports, `${name}.json`)
  rmSync(report, { force: true })
  const status = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...words,
  ])
  failures.push(...vitestFailures(report))
  return failedAtLeastOnce(vitestCounts(report), status)
}

/** A run that ends badly although every test passed (an unhandled error, a crash) is a failed run. */
function failedAtLeastOnce(counts: Counts, status: number): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function runBrowser(): Promise<Counts> {
  const chromium = findChromium()
  if (!chromium) {
    say('  SKIPPED: the end-to-end tests need Chromium.')
    return { ...noTests, skipped: countSpecs() }
  }
  await buildTargets(['renderer', 'paper', 'cli'], true)
  const report = join(reports, 'e2e.json')
  rmSync(report, { force: true })
  const status = run('@playwright/test/cli.js', ['test'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  for (const title of triedTwice(report)) say(`  PASSED ONLY AT A SECOND TRY: ${title}`)
  failures.push(...playwrightFailures(report))
  return failedAtLeastOnce(playwrightCounts(report), status)
}

/** Journeys that were not walked; a file counts as one. */
function countSpecs(): number {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  return files.filter((name) => name.endsWith('.spec.ts')).length
}

const parts: Readonly<Record<string, () => Counts | Promise<Counts>>> = {
  unit: () => runVitest('unit'),
  e2e: runBrowser,
  package: () => runVitest('package', ['--config', 'tests/packaging/vitest.config.ts']),
}

mkdirSync(reports, { recursive: true })
const asked = process.argv.slice(2)
let total = noTests
for (const name of asked) {
  const part = parts[name]
  if (!part) throw new Error(`no such tests: ${name}; there are ${Object.keys(parts).join(', ')}`)
  total = sum(total, await part())
}
const missing = missingTools()
if (missing.length > 0) say(['', 'Not everything could be tested here:', ...missing].join('\n'))
writeFileSync(join(reports, `counts-${asked.join('-')}.json`), JSON.stringify({ ...total, failures }))
for (const failure of failures) say(`\nFAILED ${failure}`)
say('')
say(inWords(total))
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
