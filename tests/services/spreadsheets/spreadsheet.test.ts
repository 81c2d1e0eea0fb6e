import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { UnreadableArchive, unpackedParts } from '../../../electron/backend/services/spreadsheets/archive.ts'
import { readSpreadsheet } from '../../../electron/backend/services/spreadsheets/spreadsheet.ts'

interface Part {
  readonly path: string
  readonly content: string | Buffer
  /** What the archive says of itself, where it is not the truth. */
  readonly size?: number
  readonly checksum?: number
  readonly method?: number
}

/** An archive as spreadsheet programs write it, or one that lies about itself. */
function archive(...parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { path, content, ...said } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const { size = bytes.length, checksum = crc32(bytes), method = 8 } = said
    const about = [words(method, 0, 0), longs(checksum, packed.length, size), words(path.length, 0)]
    const file = Buffer.concat([longs(0x04034b50), words(20, 0), ...about, Buffer.from(path), packed])
    const entry = [longs(0x02014b50), words(20, 20, 0), ...about, words(0, 0, 0), longs(0, at), Buffer.from(path)]
    directory.push(Buffer.concat(entry))
    files.push(file)
    at += file.length
  }
  const listed = Buffer.concat(directory)
  const end = [longs(0x06054b50), words(0, 0, parts.length, parts.length), longs(listed.length, at), words(0)]
  return Buffer.concat([...files, listed, ...end])
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}

function longs(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

const package_ = 'http://schemas.openxmlformats.org'
const workbook = (...names: string[]) =>
  names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
const links = (...targets: string[]) =>
  targets
    .map((target, index) => {
      const type = `${package_}/officeDocument/2006/relationships/worksheet`
      return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`
    })
    .join('')

/** A spreadsheet file around the XML of its only sheet. */
function spreadsheet(sheet: string): string {
  const parts = [
    {
      path: 'xl/workbook.xml',
      content: `<workbook xmlns="${package_}/spreadsheetml/2006/main" xmlns:r="${package_}/officeDocument/2006/relationships"><sheets>${workbook('A')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${package_}/package/2006/relationships">${links('/xl/worksheets/sheet1.xml')}</Relationships>`,
    },
    {
      path: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${package_}/spreadsheetml/2006/main">${sheet}</worksheet>`,
    },
  ]
  return archive(...parts).toString('base64')
}

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const refused = { reason: 'not_a_spreadsheet' }

describe('a sheet', () => {
  test('keeps its places, its numbers as digits and its merged areas', async () => {
    const rows = `<row r="2">${cell('B2', ' Siti ')}<c r="D2"><v>3507126712900001</v></c></row>`
    const merged = '<mergeCells count="1"><mergeCell ref="B2:AA3"/></mergeCells>'
    const [sheet] = await readSpreadsheet(spreadsheet(`<sheetData>${rows}</sheetData>${merged}`))
    expect(sheet?.merged).toEqual([{ top: 1, bottom: 2, left: 1, right: 26 }])
    expect(sheet?.rows[1]).toEqual([
      null,
      { text: ' Siti ', kind: 'text' },
      null,
      { text: '3507126712900001', kind: 'number' },
    ])
  })
})

describe('a sheet made to exhaust the computer is refused', () => {
  test.each([
    ['a row beyond all rows', `<row r="4000000000">${cell('A4000000000', 'x')}</row>`],
    ['a row without cells beyond all rows', '<row r="4000000000"></row>'],
    [
      'a cell in the last corner',
      `<row r="1">${cell('A1', 'x')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`,
    ],
    ['a column beyond all columns', `<row r="1">${cell('ZZZZZZ1', 'x')}</row>`],
  ])('%s', async (_, rows) => {
    await expect(readSpreadsheet(spreadsheet(`<sheetData>${rows}</sheetData>`))).rejects.toMatchObject(refused)
  })

  test('cells that are only coloured do not count', async () => {
    const rows = `<row r="1">${cell('A1', 'x')}<c r="XFD1" s="0"/></row><row r="1000000"></row>`
    const [sheet] = await readSpreadsheet(spreadsheet(`<sheetData>${rows}</sheetData>`))
    expect(sheet?.rows).toEqual([[{ text: 'x', kind: 'text' }]])
  })
})

describe('an archive', () => {
  const path = 'xl/a.xml'

  test('gives its XML parts, other parts are left packed', () => {
    const parts = unpackedParts(
      archive({ path, content: '<a/>' }, { path: 'xl/image.png', content: 'PNG', checksum: 1 }),
    )
    expect([...parts]).toEqual([[path, '<a/>']])
  })

  test.each<[string, Buffer]>([
    ['unpacks to more than it says', archive({ path, content: 'x'.repeat(10_000), size: 100 })],
    ['unpacks to a hundred million letters', archive({ path, content: Buffer.alloc(100_000_001, 'x') })],
    ['says it unpacks to four thousand million', archive({ path, content: 'x', size: 4_000_000_000 })],
    ['was altered', archive({ path, content: 'Siti', checksum: crc32('Budi') })],
    ['is packed in an unknown way', archive({ path, content: 'x', method: 99 })],
    ['has lost its end', archive({ path, content: 'x' }).subarray(0, -30)],
    ['has lost its beginning', archive({ path, content: 'x' }).subarray(20)],
    ['is empty', Buffer.alloc(0)],
    ['lists more than it has', Buffer.concat([longs(0x06054b50), words(0, 0, 9, 9), longs(0, 0), words(0)])],
  ])('that %s is not read', (_, bytes) => {
    expect(() => unpackedParts(bytes)).toThrow(UnreadableArchive)
  })
})
