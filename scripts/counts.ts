import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0 }

export function sum(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** `12 passed, 0 failed, 1 skipped`; nothing is said of skipped tests where there are none. */
export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly VitestFile[]
}

interface VitestFile {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly assertionResults: readonly VitestResult[]
}

interface VitestResult {
  readonly status: string
  readonly fullName: string
  readonly failureMessages: readonly string[] | null
}

/** A test file that could not even be read counts as one failed test: its silence must not look like success. */
export function vitestCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** What failed and why, in few lines each, to stand where a reader who sees only the end of a long run finds it. */
export function vitestFailures(file: string): string[] {
  if (!existsSync(file)) return ['no report was left behind']
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const path = relative(process.cwd(), name)
    const failed = assertionResults.filter((result) => result.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`${path}\n${shortened(message)}`]
    return failed.map(
      ({ fullName, failureMessages }) => `${path}: ${fullName}\n${shortened(failureMessages?.join('\n'))}`,
    )
  })
}

/** A law that failed names its seed and its counterexample in the first lines. */
function shortened(message = ''): string {
  const lines = message.split('\n').slice(0, 12)
  return lines.map((line) => `    ${line.slice(0, 400)}`).join('\n')
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[]
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

export function playwrightCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  // On a busy machine a browser may be late once: such a test passed, and `triedTwice` says which it was.
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}

/** Titles of the tests that passed only when they were tried again: each is a place to look. */
export const triedTwice = (file: string): string[] => titlesOf(file, 'flaky')

export const playwrightFailures = (file: string): string[] => titlesOf(file, 'unexpected')

function titlesOf(file: string, wanted: 'flaky' | 'unexpected'): string[] {
  if (!existsSync(file)) return []
  const titlesIn = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === wanted)).map(({ title }) => title),
    ...suites.flatMap(titlesIn),
  ]
  return titlesIn(JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport)
}
