import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** Every target of vite.config.ts with the file that is its sign of being built. */
const signs = {
  renderer: 'index.html',
  paper: 'index.js',
  cli: 'index.js',
  backend: 'index.js',
  main: 'index.js',
  preload: 'index.cjs',
} as const
type Target = keyof typeof signs

const sources = ['electron', 'renderer', 'shared', 'migrations', 'package.json', 'package-lock.json', 'vite.config.ts']

function newestChange(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

function isBuilt(target: Target, changedAt: number): boolean {
  const sign = join(root, 'out', target, signs[target])
  return existsSync(sign) && statSync(sign).mtimeMs >= changedAt
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/**
 * Builds beside the old files and moves the new ones over them one by one, the sign last: a program that starts
 * meanwhile finds the old build or the new one whole, and two builds at once end in the same files.
 */
async function buildTarget(target: Target): Promise<void> {
  const startedAt = Date.now() / 1_000
  const final = join(root, 'out', target)
  mkdirSync(final, { recursive: true })
  const fresh = mkdtempSync(join(root, 'out', `.${target}-`))
  try {
    await buildForUse(target, fresh)
    const sign = signs[target]
    // A source that changes while it is built is newer than what was built of it.
    utimesSync(join(fresh, sign), startedAt, startedAt)
    const before = filesBelow(final)
    const files = filesBelow(fresh).filter((file) => file !== sign)
    for (const file of [...files, sign]) {
      mkdirSync(dirname(join(final, file)), { recursive: true })
      renameSync(join(fresh, file), join(final, file))
    }
    const kept = new Set([...files, sign])
    for (const file of before) if (!kept.has(file)) rmSync(join(final, file), { force: true })
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Also where a test asks for it: under its environment React would build itself for developers, larger and slower. */
async function buildForUse(target: Target, outDir: string): Promise<void> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    const configFile = join(root, 'vite.config.ts')
    await build({ configFile, mode: target, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

function isTarget(word: string): word is Target {
  return Object.hasOwn(signs, word)
}

/** Builds the named targets, or all; with `isOnlyNeeded` only those that are missing or older than their sources. */
export async function buildTargets(words: readonly string[], isOnlyNeeded: boolean): Promise<void> {
  // Vite looks for every source from where it is started.
  process.chdir(root)
  const asked = words.length > 0 ? words : Object.keys(signs)
  const changedAt = isOnlyNeeded ? Math.max(...sources.map((source) => newestChange(join(root, source)))) : 0
  for (const word of asked) {
    if (!isTarget(word)) throw new Error(`unknown target ${word}; known are ${Object.keys(signs).join(', ')}`)
    if (!isOnlyNeeded || !isBuilt(word, changedAt)) await buildTarget(word)
  }
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const targets = words.filter((word) => !word.startsWith('--'))
  try {
    await buildTargets(targets, words.includes('--if-needed'))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
