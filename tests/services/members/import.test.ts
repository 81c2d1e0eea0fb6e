import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Inputs } from '../../../shared/contract/index.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

type File = Omit<Inputs['members']['import'], 'requestId'>

const bring = (file: File, id = requestId()) => book.api.members.import({ requestId: id, ...file })
const bringCsv = (...lines: string[]) => bring({ csv: lines.join('\r\n') })
const numbers = async () => (await book.api.members.list({})).rows.map(({ number }) => number)

const heading = 'No. Anggota;Nama;L/P;Tgl Masuk;NIK;Tgl Lahir;Dusun'
const siti = "A-001;Siti Aminah;P;1 Maret 2021;'3507126712900001;27/12/1990;Krajan"
const budi = 'A-002;Budi Santoso;L;02-03-2021;3507122201850001;22 Januari 1985;Tegalrejo'

type Sheet = NonNullable<Parameters<typeof writeXlsxFile>[0]>
/** A spreadsheet file with one sheet. */
async function xlsx(data: unknown[][], more: object = {}): Promise<string> {
  const sheets = [{ sheet: 'Anggota', data, ...more }] as unknown as Sheet
  return (await writeXlsxFile(sheets).toBuffer()).toString('base64')
}

describe('a list as the cooperative has it', () => {
  test('comes in with its dates, sexes and identity numbers', async () => {
    const answer = await bringCsv(heading, siti, '', budi, ';;;;;;')
    expect(answer).toMatchObject({ imported: 2, refused: [] })
    const [memberId = ''] = answer.memberIds
    expect(await book.api.members.get({ memberId, revealNationalId: true })).toMatchObject({
      ...{ number: 'A-001', name: 'Siti Aminah', sex: 'female', joinedOn: '2021-03-01', hamlet: 'Krajan' },
      ...{ nationalId: '3507126712900001', birthDate: '1990-12-27', active: true },
    })
  })

  test.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
  ])('separated by %j with lines ending in %j, marked or not, with headings in English', async (separator, end) => {
    const rows = [
      ['member_number', 'Full name', 'Sex', 'Join date', 'Hamlet'],
      ['7', `"Siti ""Ti""${separator} S.Pd"`, 'female', '2021-03-01', ''],
    ]
    const csv = `\ufeff${rows.map((row) => row.join(separator)).join(end)}`
    expect((await bring({ csv })).imported).toBe(1)
    const name = separator === '\t' ? 'Siti "Ti" S.Pd' : `Siti "Ti"${separator} S.Pd`
    expect((await book.api.members.list({})).rows).toMatchObject([{ number: '7', name }])
  })

  test("the names of the program's own interface are headings too", async () => {
    const csv =
      'number,name,nationalId,sex,birthDate,joinedOn,hamlet,phone\n1,Siti,3507126712900001,female,1990-12-27,2021-03-01,K,0812'
    expect(await bring({ csv })).toMatchObject({ imported: 1, refused: [] })
  })

  test('its headings may stand below titles and above a row of nothing', async () => {
    expect((await bringCsv('DAFTAR ANGGOTA', 'Koperasi Uji;;', '', heading, ';;;', siti)).imported).toBe(1)
    expect(await numbers()).toEqual(['A-001'])
  })
})

describe('a row that is not taken', () => {
  test.each([
    ['without a number', ';Budi;L;1/1/2021', 'No. Anggota', 'required'],
    ['without a name', '9; - ;L;1/1/2021', 'Nama', 'required'],
    ['without a sex', '9;Budi;;1/1/2021', 'L/P', 'required'],
    ['without a day of joining', '9;Budi;L', 'Tgl Masuk', 'required'],
    ['with another sex', '9;Budi;X;1/1/2021', 'L/P', 'sex_unknown'],
    ['with a day that does not exist', '9;Budi;L;30/02/2021', 'Tgl Masuk', 'not_a_date'],
    ['with half a day', '9;Budi;L;Maret 2021', 'Tgl Masuk', 'not_a_date'],
    ['joining before the founding', '9;Budi;L;31/12/2019', 'Tgl Masuk', 'date_before_founding'],
    ['joining far ahead', '9;Budi;L;1/1/2028', 'Tgl Masuk', 'date_too_far_ahead'],
    ['born after joining', '9;Budi;L;1/1/2021;;1/1/2022', 'Tgl Lahir', 'birth_after_joining'],
    ['with an identity number Excel shortened', '9;Budi;L;1/1/2021;3,50713E+15', 'NIK', 'scientific_notation'],
    ['with a number in the book', 'a-001;Budi;L;1/1/2021', 'No. Anggota', 'member_number_taken'],
    ['with an identity number in the book', '9;Budi;L;1/1/2021;3507126712900001', 'NIK', 'national_id_taken'],
    ['of a person in the book', '9;SITI AMINAH;P;1/1/2021;;27/12/1990', 'Nama', 'person_taken'],
    ['with half a letter', '9;Budi\ud800;L;1/1/2021', 'Nama', 'broken_character'],
    ['with a letter lost on the way', '9;Budi\ufffd;L;1/1/2021', 'Nama', 'broken_character'],
    ['turning the reading direction', '9;Budi\u202ecod.exe;L;1/1/2021', 'Nama', 'direction_mark'],
    ['with a hidden sign', '9;Budi\u0007;L;1/1/2021', 'Nama', 'control_character'],
    ['with too long a name', `9;${'x'.repeat(121)};L;1/1/2021`, 'Nama', 'too_long'],
  ])('%s says where and why, the others come in', async (_, row, column, reason) => {
    await bringCsv(heading, siti)
    const answer = await bringCsv(heading, budi, row)
    expect(answer.imported).toBe(1)
    expect(answer.refused).toMatchObject([{ line: 3, reasons: [{ column, reason }] }])
    expect(await numbers()).toEqual(['A-001', 'A-002'])
  })

  test.each([
    ['number', 'a-001;Budi;L;1/1/2021', 'No. Anggota', 'member_number_doubled'],
    ['identity number', '9;Budi;L;1/1/2021;3507 1267 1290 0001', 'NIK', 'national_id_doubled'],
    ['name and birth date', '9;Siti  Aminah;P;1/1/2021;;27/12/1990', 'Nama', 'person_doubled'],
  ])('a member who stands twice in the list by %s comes in once', async (_, row, column, reason) => {
    const answer = await bringCsv(heading, siti, budi, row)
    expect(answer.refused).toMatchObject([{ line: 4, reasons: [{ column, reason, data: { line: 2 } }] }])
    expect(answer.imported).toBe(2)
  })

  test('two people of one name, and people without an identity number, are not doubled', async () => {
    const zeros = '0000000000000000'
    const rows = [`1;Siti;P;1/1/2021;${zeros}`, `2;Siti;P;1/1/2021;${zeros}`, '3;Siti;P;1/1/2021;-']
    expect(await bringCsv(heading, ...rows)).toMatchObject({ imported: 3, refused: [] })
  })

  test('a former number of somebody is taken', async () => {
    const { memberIds } = await bringCsv(heading, siti)
    await book.api.members.update({ memberId: memberIds[0] ?? '', number: 'B-1' })
    expect((await bringCsv(heading, 'A-001;Budi;L;1/1/2021')).refused).toMatchObject([
      { reasons: [{ reason: 'member_number_taken' }] },
    ])
  })

  test('everything that is wrong with it is told at once, with the name it has', async () => {
    const { refused } = await bringCsv(heading, '9;Budi;X;kapan')
    expect(refused).toEqual([
      {
        line: 2,
        name: 'Budi',
        reasons: [
          { column: 'L/P', reason: 'sex_unknown', data: {} },
          { column: 'Tgl Masuk', reason: 'not_a_date', data: {} },
        ],
      },
    ])
  })

  test('the numbers of rows that are only counted are no members', async () => {
    expect(await bringCsv('No;Nama;L/P;Tgl Masuk', '1;Siti;P;1/1/2021', '2;;;', '3;;;')).toMatchObject({
      ...{ imported: 1, refused: [] },
    })
  })
})

describe('a file that is refused as a whole', () => {
  test.each<[string, File, string]>([
    ['an empty text', { csv: '' }, 'file_empty'],
    ['empty lines', { csv: '\r\n;;\r\n' }, 'file_empty'],
    ['a document', { csv: '%PDF-1.7 …' }, 'not_a_spreadsheet'],
    ['a spreadsheet handed over as text', { csv: 'PK\u0003\u0004…' }, 'not_a_spreadsheet'],
    ['bytes', { csv: `No;Nama\0` }, 'not_a_spreadsheet'],
    ['an open quotation mark', { csv: `${heading}\r\n"A-1;Siti` }, 'quote_open'],
    ['no file', { xlsx: '' }, 'not_a_spreadsheet'],
    ['text handed over as a spreadsheet', { xlsx: Buffer.from(heading).toString('base64') }, 'not_a_spreadsheet'],
    [
      'an empty archive',
      { xlsx: Buffer.from('PK\u0005\u0006'.padEnd(22, '\0')).toString('base64') },
      'not_a_spreadsheet',
    ],
    [
      'an old Excel file',
      { xlsx: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]).toString('base64') },
      'spreadsheet_old',
    ],
    ['too many rows', { csv: `${heading}\n${`${budi}\n`.repeat(50_000)}` }, 'too_many_rows'],
  ])('%s', async (_, file, reason) => {
    expect(await refusalOf(bring(file))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason, issues: [{ path: [Object.keys(file)[0]], message: reason }] },
    })
  })

  test('missing columns are named, with what to do', async () => {
    const refusal = await refusalOf(bringCsv('Nama;Dusun', 'Siti;Krajan'))
    expect(refusal.data).toMatchObject({ reason: 'columns_missing', fields: ['number', 'sex', 'joinedOn'] })
    expect(refusal.message).toBe(
      'Kolom ini tidak ditemukan: No. anggota, Jenis kelamin, Tanggal masuk. Tulis judul kolomnya di baris pertama daftar.',
    )
  })

  test('two files at once, or none, are refused', async () => {
    for (const file of [{}, { csv: 'a', xlsx: 'YQ==' }])
      expect((await refusalOf(bring(file))).data).toMatchObject({ reason: 'one_file' })
    expect((await refusalOf(bring({ xlsx: 'kein base64!' }))).code).toBe('INVALID_INPUT')
  })
})

describe('a spreadsheet file', () => {
  const headings = ['No. Anggota', 'Nama', 'L/P', 'Tanggal Masuk', 'NIK', 'Tanggal Lahir', 'Dusun']
  const day = (date: string) => ({ value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' })

  test('keeps numbers, dates and texts apart', async () => {
    const row = [7, ' =cmd|calc ', 'P', day('2021-03-01'), '3507126712900000', day('1990-12-27'), 'Krajan']
    const answer = await bring({ xlsx: await xlsx([headings, row]) })
    expect(answer).toMatchObject({ imported: 1, refused: [] })
    expect(await book.api.members.get({ memberId: answer.memberIds[0] ?? '', revealNationalId: true })).toMatchObject({
      ...{ number: '7', name: '=cmd|calc', joinedOn: '2021-03-01', nationalId: '3507126712900000' },
      ...{ birthDate: '1990-12-27', hamlet: 'Krajan' },
    })
  })

  test('an identity number kept as a number may have lost its last digit', async () => {
    const row = (nationalId: number) => ['1', 'Siti', 'P', '1/1/2021', nationalId]
    const { refused } = await bring({ xlsx: await xlsx([headings, row(3507126712900000)]) })
    expect(refused).toMatchObject([{ line: 2, reasons: [{ column: 'NIK', reason: 'number_rounded' }] }])
    expect((await bring({ xlsx: await xlsx([headings, row(3507126712900001)]) })).imported).toBe(1)
  })

  test('rows in merged cells are refused by their line, titles may be merged', async () => {
    const data = [
      [{ value: 'DAFTAR ANGGOTA', columnSpan: 7 }],
      headings,
      ['1', 'Siti', 'P', '1/1/2021', null, null, { value: 'Krajan', rowSpan: 2 }],
      ['2', 'Budi', 'L', '1/1/2021', null, null, null],
      ['3', 'Tini', 'P', '1/1/2021', null, null, 'Tegalrejo'],
      [{ value: 'Dusun Krajan', columnSpan: 7 }],
    ]
    const answer = await bring({ xlsx: await xlsx(data) })
    expect(answer.refused.map(({ line, reasons }) => [line, reasons[0]?.column, reasons[0]?.reason])).toEqual([
      [3, 'Dusun', 'merged_cells'],
      [4, 'Dusun', 'merged_cells'],
      [6, 'No. Anggota', 'merged_cells'],
    ])
    expect(await numbers()).toEqual(['3'])
  })

  test('the list is found on whichever sheet it is, below empty rows', async () => {
    const sheets = [
      { sheet: 'Catatan', data: [['Nama ketua', 'Pak Hadi']] },
      { sheet: 'Kosong', data: [[null]] },
      { sheet: 'Anggota & kader', data: [[], [null, null], headings, ['1', 'Siti', 'P', '1/1/2021']] },
    ] as unknown as Sheet
    const file = (await writeXlsxFile(sheets).toBuffer()).toString('base64')
    const answer = await bring({ xlsx: file })
    expect(answer).toMatchObject({ imported: 1, refused: [] })
  })

  test('one that is damaged anywhere is refused, or read as it was, never with other names', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`${index}`, `Siti ${index}`, 'P', day('2021-03-01')])
    const whole = Buffer.from(await xlsx([headings, ...rows]), 'base64')
    for (let step = 0; step < 150; step += 1) {
      const damaged = Buffer.from(whole)
      const at = (step * 7919) % damaged.length
      damaged.writeUInt8((damaged.readUInt8(at) + 1 + step) % 256, at)
      const cut = step % 3 === 0 ? damaged.subarray(0, damaged.length - step * 11) : damaged
      const outcome = await bring({ xlsx: cut.toString('base64'), dryRun: true }).catch(
        (error: { code: string }) => error,
      )
      expect('code' in outcome ? outcome.code : outcome.imported).toBe('code' in outcome ? 'INVALID_INPUT' : 40)
    }
  })
})

describe('looking first', () => {
  test('says what would happen, writes nothing and leaves the request free', async () => {
    const file = { csv: [heading, siti, '9;Budi;X;1/1/2021'].join('\n') }
    const id = requestId()
    const looked = await bring({ ...file, dryRun: true }, id)
    expect(looked).toMatchObject({ imported: 1, memberIds: [], refused: [{ line: 3, name: 'Budi' }] })
    expect(await numbers()).toEqual([])
    const done = await bring(file, id)
    expect(done).toMatchObject({ imported: 1, refused: [{ line: 3, name: 'Budi' }] })
    expect(await bring(file, id)).toEqual(done)
    expect(await numbers()).toEqual(['A-001'])
    expect((await refusalOf(bring({ csv: heading }, id))).code).toBe('REQUEST_ID_REUSED')
  })

  test('what is remembered of an import names nobody', async () => {
    const answer = await bringCsv(
      heading,
      siti,
      '9;Budi;X;1/1/2021;3507122201850001',
      '8;Tini;P;1/1/2021;3507126712900001',
    )
    expect(answer.refused).toHaveLength(2)
    expect(JSON.stringify(answer)).not.toContain('350712')
    const requests = await book.desk.app().file.db.selectFrom('request').select('result').execute()
    expect(requests.map(({ result }) => result).join()).not.toMatch(/Siti|Budi|350712/)
  })
})

describe('taking an import back', () => {
  const undo = (undoes: string) =>
    book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-11-20', reason: 'Berkas salah' })

  test('removes all its members and frees their numbers; other members stay', async () => {
    await bringCsv(heading, siti)
    const id = requestId()
    const file = { csv: [heading, budi, '9;Tini;P;1/1/2021'].join('\n') }
    const { memberIds } = await bring(file, id)
    await book.api.members.update({ memberId: memberIds[0] ?? '', number: 'Z-1', name: 'Budi S' })
    expect(await undo(id)).toMatchObject({ removed: 2 })
    expect(await numbers()).toEqual(['A-001'])
    expect((await bring(file)).imported).toBe(2)
    expect((await refusalOf(undo(id))).code).toBe('ALREADY_DONE')
  })

  test('is refused as a whole once something stands on one of them', async () => {
    const id = requestId()
    const { memberIds } = await bring({ csv: [heading, siti, budi].join('\n') }, id)
    const [, memberId = ''] = memberIds
    await book.api.savings.open({ requestId: requestId(), memberId, product: 'pokok', date: '2026-01-05' })
    expect(await refusalOf(undo(id))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'member_in_use', memberId, numbers: ['A-002'], count: 1 },
    })
    expect(await numbers()).toEqual(['A-001', 'A-002'])
  })

  test('is refused once an entry names one of them', async () => {
    const id = requestId()
    const { memberIds } = await bring({ csv: [heading, siti].join('\n') }, id)
    const lines = [
      { account: '11101', debit: 5_000_00 },
      { account: '41201', credit: 5_000_00, memberId: memberIds[0] },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-01-05', description: 'Uang pangkal', lines })
    expect((await refusalOf(undo(id))).data).toMatchObject({ reason: 'member_in_use' })
  })
})

test('five thousand members come in as one import and stand in order', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => `A-${5_000 - index};Anggota ${index};P;1/1/2021;;;Krajan`)
  expect((await bringCsv(heading, ...rows)).imported).toBe(5_000)
  const { total, rows: first } = await book.api.members.list({ limit: 3, text: 'krajan' })
  expect([total, first.map(({ number }) => number)]).toEqual([5_000, ['A-1', 'A-2', 'A-3']])
})
