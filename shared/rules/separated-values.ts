/** A text of separated values as its rows; `openQuoteAt` is the row whose quotation mark is never closed. */
export interface SeparatedValues {
  readonly rows: string[][]
  readonly openQuoteAt: number | null
}

const delimiters = [';', '\t', ',', '|'] as const
type Delimiter = (typeof delimiters)[number]

/** How many lines are looked at to tell what separates the values. */
const sampleLines = 20

/**
 * Reads CSV as spreadsheets write it (RFC 4180 and its habits): comma, semicolon, tab or bar, found out by itself or
 * named in a first line `sep=;`; quoted cells with doubled quotes and line breaks; any kind of line end; a byte order mark.
 */
export function separatedValues(text: string): SeparatedValues {
  const marked = text.startsWith('\ufeff') ? text.slice(1) : text
  const named = /^"?sep=([;\t,|])"?\r?\n?/i.exec(marked)
  const body = named ? marked.slice(named[0].length) : marked
  return rowsOf(body, (named?.[1] as Delimiter | undefined) ?? delimiterOf(body))
}

/** The separator that occurs most in the first lines, quoted cells left out. */
function delimiterOf(text: string): Delimiter {
  const sample = text.split(/\r\n|\n|\r/, sampleLines).map((line) => line.replace(/"[^"]*"/g, ''))
  const count = (delimiter: string) => sample.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0)
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function rowsOf(text: string, delimiter: Delimiter): SeparatedValues {
  const unquoted = new RegExp(`[^${delimiter}\\r\\n]*`, 'y')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      const closing = closingQuote(text, at + 1)
      if (closing === undefined) return { rows, openQuoteAt: rows.length + 1 }
      cell = text.slice(at + 1, closing).replaceAll('""', '"')
      at = closing + 1
    }
    unquoted.lastIndex = at
    const rest = unquoted.exec(text)?.[0] ?? ''
    row.push(cell + rest)
    at += rest.length
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return { rows, openQuoteAt: null }
}

/** Where the quotation mark stands that ends the cell: one that is not doubled. */
function closingQuote(text: string, from: number): number | undefined {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? undefined : at
}
