import { expect, test } from 'vitest'
import { type Node, nodesOf, type SourceFile, sourceFiles } from './syntax.ts'

const fileLinesMax = 300
const functionLinesMax = 50
const componentLinesMax = 90
const shellLinesMax = 600

/** Lists of strings and of table types may be as long as what they list. */
const lists =
  /^(shared\/text\/|shared\/rules\/(default-chart|province-codes)\.ts|electron\/backend\/db\/tables\.ts|migrations\/)/

/** Files that were longer when the bound was set, with their length: they may shrink, never grow. */
const longFiles: Readonly<Record<string, number>> = {}
const longFunctions: Readonly<Record<string, number>> = {
  'renderer/areas/collection/CollectionGrid.tsx CollectionGrid': 115,
}

const files = sourceFiles('electron', 'renderer', 'shared', 'migrations').filter(({ path }) => !lists.test(path))
const linesOf = (text: string) => text.trimEnd().split('\n').length

/** Functions with a name or a place, longer than they may be. */
function longOnes(file: SourceFile): [string, number][] {
  const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/
  return nodesOf(file)
    .filter(({ type }) => isFunction.test(type))
    .map((node): [string, number] => [
      `${file.path} ${nameAt(file, node)}`,
      linesOf(file.text.slice(node.start, node.end)),
    ])
    .filter(([name, lines]) => lines > (/\.tsx | use[A-Z]\w+$/.test(name) ? componentLinesMax : functionLinesMax))
}

function nameAt({ text }: SourceFile, node: Node): string {
  const name = (node.id as Node | null | undefined)?.name
  return typeof name === 'string' ? name : (text.slice(0, node.start).split('\n').at(-1)?.trim() ?? '')
}

test('no file grows beyond what a reader keeps in mind', () => {
  const grown = files
    .map(({ path, text }): [string, number] => [path, linesOf(text)])
    .filter(([path, lines]) => lines > (longFiles[path] ?? fileLinesMax))
  expect(grown).toEqual([])
})

test('no function grows beyond a screen', () => {
  const grown = files.flatMap(longOnes).filter(([name, lines]) => lines > (longFunctions[name] ?? 0))
  expect(grown).toEqual([])
})

test('an exception that is no longer needed is taken off the list', () => {
  const long = new Set(files.flatMap(longOnes).map(([name]) => name))
  expect(Object.keys(longFunctions).filter((name) => !long.has(name))).toEqual([])
  const short = files.filter(({ path, text }) => path in longFiles && linesOf(text) <= fileLinesMax)
  expect(short.map(({ path }) => path)).toEqual([])
})

test('the shell stays a shell', () => {
  const shell = files.filter(({ path }) => path.startsWith('electron/shell/'))
  expect(shell.reduce((sum, { text }) => sum + linesOf(text), 0)).toBeLessThanOrEqual(shellLinesMax)
})

test('a long function is found', () => {
  const text = `export function long() {\n${'  step()\n'.repeat(60)}}`
  expect(longOnes({ path: 'shared/x.ts', text })).toEqual([['shared/x.ts long', 62]])
})

test('file names follow the idea, components their name', () => {
  const odd = files
    .map(({ path }) => path.split('/').at(-1) ?? '')
    .filter((name) => !/^[a-z0-9_]+(-[a-z0-9]+)*(\.d)?\.ts$|^[A-Z][A-Za-z]+\.tsx$|^[a-z]+(-[a-z]+)*\.tsx$/.test(name))
  expect(odd).toEqual([])
  const empty = files.filter(({ path }) => /(^|\/)(utils?|helpers?|common|manager|data|info)\.tsx?$/.test(path))
  expect(empty).toEqual([])
})
