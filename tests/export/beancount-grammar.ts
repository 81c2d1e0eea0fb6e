/** What beancount's own manual says of its syntax, as far as our export uses it; anything else is an error. */
export interface Transaction {
  readonly date: string
  readonly narration: string
  readonly tags: readonly string[]
  readonly links: readonly string[]
  readonly metadata: Record<string, string>
  readonly postings: { account: string; sen: number; metadata: Record<string, string> }[]
}

export interface BeancountFile {
  readonly options: Record<string, string>
  readonly opened: Map<string, string>
  readonly transactions: Transaction[]
}

const string = String.raw`"((?:[^"\\]|\\["\\])*)"`
const account = '(?:Assets|Liabilities|Equity|Income|Expenses)(?::[A-Z0-9][A-Za-z0-9-]*)+'
const date = String.raw`\d{4}-\d{2}-\d{2}`
const patterns = {
  option: new RegExp(`^option ${string} ${string}$`),
  commodity: new RegExp(`^${date} commodity IDR$`),
  open: new RegExp(`^(${date}) open (${account}) IDR$`),
  header: new RegExp(String.raw`^(${date}) \* ${string}((?: [#^][A-Za-z0-9\-_/.]+)*)$`),
  posting: new RegExp(String.raw`^ {2}(${account}) {2}(-?\d+\.\d\d) IDR$`),
  metadata: new RegExp(`^( {2}| {4})([a-z][A-Za-z0-9_-]*): ${string}$`),
}

/** Reads an export strictly; throws at the first line that is no beancount, or an account that was never opened. */
export function parseBeancount(text: string): BeancountFile {
  const file: BeancountFile = { options: {}, opened: new Map(), transactions: [] }
  let owner: Record<string, string> | undefined
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    owner = takeHead(file, line) ?? takePosting(file, line) ?? takeMetadata(owner, line, index)
  }
  return file
}

type Owner = Record<string, string> | undefined

function takeHead(file: BeancountFile, line: string): Owner {
  const option = patterns.option.exec(line)
  if (option) file.options[unescaped(option[1])] = unescaped(option[2])
  if (option || patterns.commodity.test(line)) return {}
  const open = patterns.open.exec(line)
  if (open) {
    const name = open[2] ?? ''
    if (file.opened.has(name)) throw new Error(`${name} is opened twice`)
    file.opened.set(name, open[1] ?? '')
    return {}
  }
  const header = patterns.header.exec(line)
  if (!header) return undefined
  const marks = (header[3] ?? '').split(' ').filter(Boolean)
  const tags = marks.filter((mark) => mark.startsWith('#')).map((mark) => mark.slice(1))
  const links = marks.filter((mark) => mark.startsWith('^')).map((mark) => mark.slice(1))
  const transaction = {
    date: header[1] ?? '',
    narration: unescaped(header[2]),
    tags,
    links,
    metadata: {},
    postings: [],
  }
  file.transactions.push(transaction)
  return transaction.metadata
}

function takePosting(file: BeancountFile, line: string): Owner {
  const posting = patterns.posting.exec(line)
  const transaction = file.transactions.at(-1)
  if (!posting || !transaction) return undefined
  const [, name = '', amount = ''] = posting
  const openedOn = file.opened.get(name)
  if (openedOn === undefined || openedOn > transaction.date) throw new Error(`${name} is not open`)
  const metadata = {}
  transaction.postings.push({ account: name, sen: Number(amount.replace('.', '')), metadata })
  return metadata
}

function takeMetadata(owner: Owner, line: string, index: number): Owner {
  const [, , key, value] = patterns.metadata.exec(line) ?? []
  if (!owner || key === undefined) throw new Error(`line ${index + 1} is no beancount: ${line}`)
  if (key in owner) throw new Error(`line ${index + 1}: ${key} is given twice`)
  owner[key] = unescaped(value)
  return owner
}

function unescaped(text = ''): string {
  return text.replace(/\\(.)/g, '$1')
}
