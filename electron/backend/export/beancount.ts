import type { App } from '../app.ts'
import { accountPaths, type PathStyle } from './account-paths.ts'
import { type BookFacts, bookFacts } from './book-facts.ts'
import { decimalRupiah } from './decimal-rupiah.ts'
import { type ExportEntry, entryPages } from './entries.ts'
import { entryTags, lineTags, type Tag } from './line-tags.ts'

/** The journal for beancount: commodity declared, accounts opened before the first entry, one transaction per entry. */
export async function* beancountExport(app: App): AsyncGenerator<string> {
  const facts = await bookFacts(app)
  const paths = accountPaths(facts.accounts, style)
  yield preamble(facts, paths)
  for await (const page of entryPages(app, facts.headSeq)) {
    yield page.map((entry) => transaction(entry, facts, paths)).join('')
  }
}

/** Account names of beancount are letters, digits and dashes; every part starts with a capital letter or a digit. */
const style: PathStyle = {
  roots: { asset: 'Assets', liability: 'Liabilities', equity: 'Equity', income: 'Income', expense: 'Expenses' },
  part: (name) => {
    const letters = name.normalize('NFKD').replace(/\p{M}/gu, '')
    const dashed = letters.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
    return dashed === '' ? 'X' : dashed.charAt(0).toUpperCase() + dashed.slice(1)
  },
  leaf: (part, code) => `${part}-${code}`,
}

function preamble({ cooperative, accounts, firstDate }: BookFacts, paths: ReadonlyMap<string, string>): string {
  const day = firstDate ?? cooperative.founded_on ?? '1970-01-01'
  const opened = accounts
    .filter(({ postable }) => postable === 1)
    .map(({ code, name_id }) => `${day} open ${paths.get(code)} IDR\n  name: ${quoted(name_id)}`)
  const lines = [
    `option "title" ${quoted(cooperative.name)}`,
    'option "operating_currency" "IDR"',
    `${day} commodity IDR`,
    ...opened,
  ]
  return `${lines.join('\n')}\n\n`
}

function transaction(entry: ExportEntry, { names }: BookFacts, paths: ReadonlyMap<string, string>): string {
  const kind = entry.kind === 'ordinary' ? '' : ` #${entry.kind}`
  const lines = [
    `${entry.date} * ${quoted(entry.description)}${kind} ^${entry.voucher}`,
    ...[['code', entry.voucher] as const, ...entryTags(entry)].map((tag) => metadata(tag, 2)),
  ]
  for (const line of entry.lines) {
    lines.push(`  ${paths.get(line.account)}  ${decimalRupiah(line.debit - line.credit)} IDR`)
    lines.push(...lineTags(line, entry, names).map((tag) => metadata(tag, 4)))
  }
  return `${lines.join('\n')}\n\n`
}

function metadata([name, value]: Tag, indent: number): string {
  return `${' '.repeat(indent)}${name}: ${quoted(value)}`
}

function quoted(text: string): string {
  return `"${text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').replace(/["\\]/g, '\\$&')}"`
}
