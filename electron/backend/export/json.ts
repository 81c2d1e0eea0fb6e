import type { App } from '../app.ts'
import type { JournalLineTable } from '../db/tables.ts'
import { bookFacts } from './book-facts.ts'
import { type ExportEntry, entryPages } from './entries.ts'
import { assetLists } from './json-assets.ts'
import { attachmentLists } from './json-attachments.ts'
import { capitalLists } from './json-capital.ts'
import { fundLists } from './json-funds.ts'
import { camelKeys, lists, type Row } from './json-lists.ts'
import { termLists } from './json-terms.ts'
import { tradeLists } from './json-trade.ts'

const allLists = {
  ...lists,
  ...termLists,
  ...tradeLists,
  ...fundLists,
  ...capitalLists,
  ...assetLists,
  ...attachmentLists,
}

/**
 * The whole book as one JSON object, described in json-format.md. One row stands on a line, so that two exports can be
 * compared by eye. National id numbers stay in the book.
 */
export async function* jsonExport(app: App): AsyncGenerator<string> {
  const { book, cooperative, headSeq, headHash } = await bookFacts(app)
  yield '{\n"format": "lumbung-book",\n"version": 1,\n'
  yield property('book', { id: book.id, kind: book.kind, madeAt: book.made_at })
  yield property('head', { number: headSeq, hash: headHash })
  const { only: _, ...particulars } = cooperative
  yield property('cooperative', camelKeys(particulars))
  for (const [name, read] of Object.entries(allLists)) {
    const rows = await app.read(({ db }) => read(db))
    yield `"${name}": [${rows.map(rowOnItsLine).join(',')}\n],\n`
  }
  yield '"entries": ['
  let separator = ''
  for await (const page of entryPages(app, headSeq)) {
    yield separator + page.map((entry) => rowOnItsLine(entryObject(entry))).join(',')
    separator = ','
  }
  yield '\n]\n}\n'
}

function property(name: string, value: Row): string {
  return `"${name}": ${JSON.stringify(value)},\n`
}

function rowOnItsLine(row: Row): string {
  return `\n${JSON.stringify(row)}`
}

/** The book's own columns under the API's names; what is null is left out of lines, which are many. */
function entryObject({ lines, id, hash_version, ...header }: ExportEntry): Row {
  return { entryId: id, ...camelKeys(header), hashVersion: hash_version, lines: lines.map(lineObject) }
}

function lineObject({ seq: _, entry_id: __, entry_date: ___, ...line }: JournalLineTable): Row {
  return Object.fromEntries(Object.entries(camelKeys(line)).filter(([, value]) => value !== null))
}
