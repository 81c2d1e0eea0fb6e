import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'vite'

export const root = join(import.meta.dirname, '..', '..')

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string
  readonly text: string
}

/** Every TypeScript file below the folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') })),
  )
}

export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Every node of a file, parents first. A file that does not parse is an error, never an empty answer. */
export function nodesOf({ path, text }: SourceFile): Node[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const found: Node[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    if (!isNode(value)) return
    found.push(value)
    for (const [key, inner] of Object.entries(value)) if (key !== 'parent') visit(inner)
  }
  visit(program)
  return found
}

/** The text of a literal or of a template without places; undefined for anything that is only known at run time. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  const quasis = node.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : []
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined
}

/** `a.b` of `a.b(…)` and `new a.b(…)`, as written; calls on results are named by their last part: `.then`. */
export function calleeOf(node: Node): string {
  const callee = node.callee
  return isNode(callee) ? nameOf(callee) : ''
}

export function nameOf(node: Node): string {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return String(node.name)
  if (node.type === 'ThisExpression') return 'this'
  if (node.type !== 'MemberExpression' || !isNode(node.object) || !isNode(node.property)) return ''
  return `${nameOf(node.object)}.${nameOf(node.property)}`
}

/** What a file imports, by `import`, `export … from` and `import()`, types included. */
export function importsOf(file: SourceFile): string[] {
  const kinds = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']
  const imports = nodesOf(file).filter(({ type, source }) => kinds.includes(type) && isNode(source))
  return imports.map(({ source }) => textOf(source) ?? 'what only run time knows')
}

export function lineOf({ text }: SourceFile, node: Node): number {
  return text.slice(0, node.start).split('\n').length
}
