import { expect, test } from 'vitest'
import { bannedCalls, bannedNames } from './banned.ts'
import { calleeOf, lineOf, nodesOf, type SourceFile, sourceFiles, textOf } from './syntax.ts'

test('no file uses what is banned', () => {
  const files = sourceFiles('electron', 'renderer', 'shared', 'migrations')
  expect(files.flatMap(bannedCalls)).toEqual([])
})

/** One planted line per ban, in a place where it is wrong. */
const planted: Readonly<Record<string, string>> = {
  parseFloat: "const amount = Number.parseFloat('1,5')",
  '.toFixed': 'const text = amount.toFixed(2)',
  'Math.round': 'const rupiah = Math.round(sen / 100)',
  '.toLocaleString': "const text = amount.toLocaleString('id-ID')",
  Date: 'const today = new Date()',
  'Math.random': 'const id = Math.random()',
  randomUUID: 'const id = crypto.randomUUID()',
  'forEach(async': 'rows.forEach(async (row) => post(row))',
  console: "console.log('saldo')",
  "insertInto('journal_": "await tx.insertInto('journal_line').values(line).execute()",
  "updateTable('journal_": "await tx.deleteFrom('journal_entry').execute()",
  'sql`…`': 'const rows = sql`select 1`',
  'sql.raw': 'const rows = sql.raw(text)',
  eval: 'const f = new Function(text)',
  innerHTML: 'element.innerHTML = name',
  dangerouslySetInnerHTML: 'const cell = <td dangerouslySetInnerHTML={{ __html: name }} />',
  alert: "window.alert('Tersimpan')",
  'process.exit': 'process.exit(1)',
  fetch: "await fetch('https://example.org')",
  'a network module': "import { connect } from 'node:net'",
  child_process: "import { spawn } from 'node:child_process'",
  'export *': "export * from './money.ts'",
}

test.each(bannedNames)('%s is found where it is planted', (name) => {
  const text = planted[name] ?? expect.fail('no planted line')
  expect(bannedCalls({ path: 'electron/backend/services/planted.tsx', text }).join()).toContain(` ${name} → `)
})

test('words in comments and texts are no calls', () => {
  const text = "// new Date() and console.log\nexport const word = 'Math.round(1) eval(x)'"
  expect(bannedCalls({ path: 'shared/planted.ts', text })).toEqual([])
})

/** A test that runs alone, or is left out for good; one that is left out where something is missing gives a condition. */
function forgotten(file: SourceFile): string[] {
  return nodesOf(file)
    .filter(
      (node) => node.type === 'CallExpression' && /^(test|it|describe)\.(only|skip|todo|fixme)$/.test(calleeOf(node)),
    )
    .filter((node) => !calleeOf(node).endsWith('.skip') || textOf((node.arguments as unknown[])[0]) !== undefined)
    .map((node) => `${file.path}:${lineOf(file, node)}`)
}

test('no test runs alone and none is left out for good', () => {
  expect(sourceFiles('tests').flatMap(forgotten)).toEqual([])
  const planted = "test.only('a', f); it.skip('b', f); test.todo('c'); test.skip(isMissing, 'needs Chromium')"
  expect(forgotten({ path: 'tests/x.test.ts', text: planted })).toHaveLength(3)
})
