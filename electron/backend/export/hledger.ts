import type { App } from '../app.ts'
import type { AccountTable } from '../db/tables.ts'
import { accountPaths, type PathStyle } from './account-paths.ts'
import { type BookFacts, bookFacts } from './book-facts.ts'
import { decimalRupiah } from './decimal-rupiah.ts'
import { type ExportEntry, entryPages } from './entries.ts'
import { allTagNames, entryTags, lineTags, type Tag } from './line-tags.ts'

/** The journal for hledger: `hledger check --strict` accepts it, and its balances are the trial balance's. */
export async function* hledgerExport(app: App): AsyncGenerator<string> {
  const facts = await bookFacts(app)
  const paths = accountPaths(facts.accounts, style)
  yield preamble(facts, paths)
  for await (const page of entryPages(app, facts.headSeq)) {
    yield page.map((entry) => transaction(entry, facts, paths)).join('')
  }
}

/** Two blanks end an account's name, a colon starts its child and a semicolon a comment: none may come from a name. */
const style: PathStyle = {
  roots: { asset: 'Aset', liability: 'Liabilitas', equity: 'Ekuitas', income: 'Pendapatan', expense: 'Beban' },
  part: (name) => oneLine(name).replaceAll(':', ' -').replaceAll(';', ',').replace(/\s+/g, ' ').trim(),
  leaf: (part, code) => `${part} ${code}`,
}

const typeLetters = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' } as const

function preamble({ cooperative, accounts, headSeq, headHash }: BookFacts, paths: ReadonlyMap<string, string>): string {
  const lines = [
    `; ${oneLine(cooperative.name)}`,
    `; ${headSeq} ${headHash}`,
    'decimal-mark .',
    'commodity 1000.00 IDR',
    ...allTagNames.map((name) => `tag ${name}`),
    ...accounts.filter(isPostable).map((account) => `account ${paths.get(account.code)}  ; type: ${typeOf(account)}`),
  ]
  return `${lines.join('\n')}\n\n`
}

function isPostable({ postable }: AccountTable): boolean {
  return postable === 1
}

function typeOf({ type, cash_flow }: AccountTable): string {
  return cash_flow === 'cash' ? 'C' : typeLetters[type]
}

function transaction(entry: ExportEntry, { names }: BookFacts, paths: ReadonlyMap<string, string>): string {
  const description = oneLine(entry.description).replaceAll(';', ',')
  const header = `${entry.date} * (${entry.voucher}) ${description}${comment(entryTags(entry))}`
  const postings = entry.lines.map((line) => {
    const amount = decimalRupiah(line.debit - line.credit)
    return `    ${paths.get(line.account)}  ${amount} IDR${comment(lineTags(line, entry, names))}`
  })
  return `${[header, ...postings].join('\n')}\n\n`
}

function comment(tags: readonly Tag[]): string {
  return tags.length === 0 ? '' : `  ; ${tags.map(([name, value]) => `${name}: ${tagValue(value)}`).join(', ')}`
}

/** In a comment a comma ends a tag's value, and what follows could be another tag: `date:` even moves the entry. */
function tagValue(text: string): string {
  return oneLine(text).replaceAll(',', ';')
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
}
