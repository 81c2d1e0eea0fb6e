import { generateKeyPairSync } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeProgramFile } from '../../../electron/backend/services/program/signed-file.ts'
import type { ProgramContent } from '../../../shared/contract/program-file.ts'
import { refusalOf, type TestBook } from '../../support/book.ts'
import { openProgramBook, writtenFile } from '../../support/program-book.ts'

let own: TestBook
let other: TestBook
let folder: string
/** The other cooperative's third quarter, as it came. */
let theirs: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-program-'))
  own = await openProgramBook({ name: 'Koperasi Mawar', village: 'Sukamaju' })
  other = await openProgramBook({ name: 'Koperasi Melati', village: 'Sukadana', women: 9, men: 3 })
  theirs = await writtenFile(other, '2026-Q3', folder)
})
afterAll(async () => {
  for (const book of [own, other]) {
    expect(book.bugs).toEqual([])
    await book.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

const merge = (...paths: string[]) => own.api.program.merge({ files: paths.map((path) => ({ path })) })

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A file of the other cooperative with another content, signed with a key of somebody else. */
function forged(name: string, change: (content: ProgramContent) => object = (content) => content): string {
  const { key: _, signature: __, ...content } = JSON.parse(readFileSync(theirs, 'utf8'))
  const changed = change(content as ProgramContent) as ProgramContent
  return put(name, writeProgramFile(changed, generateKeyPairSync('ed25519').privateKey))
}

test('a cooperative hands its programme a file of figures, with nobody named in it and no count below five', async () => {
  const text = readFileSync(theirs, 'utf8')
  const file = JSON.parse(text)
  expect(file).toMatchObject({
    ...{ format: 'lumbung-program', version: 1, quarter: '2026-Q3' },
    cooperative: { name: 'Koperasi Melati', village: 'Sukadana', kind: 'real' },
    // Three men are hidden, and the women with them, or the total would tell them.
    people: { total: { members: 12, borrowers: 'hidden', savers: 12 }, sex: { female: { members: 'hidden' } } },
    money: { savings: { start: 1_200_000_00, end: 1_800_000_00 }, assets: { start: 1_200_000_00, end: 1_800_000_00 } },
  })
  expect(file.definitions.savers).toContain('tabungan')
  expect(text).not.toMatch(/Rahasia|A-\d|birth|nationalId/)
  const counts = JSON.stringify(file.people).match(/\d+/g) ?? []
  expect(counts.filter((count) => Number(count) < 5 && Number(count) !== 15)).toEqual([])
})

test('its figures are those of the report of indicators', async () => {
  const file = JSON.parse(readFileSync(theirs, 'utf8'))
  const asked = { report: 'programIndicators', params: { from: '2026-07-01', to: '2026-09-30' } } as const
  const { totals } = await other.api.reports.run(asked)
  const { assets, ownCapital, savings, loans, granted } = file.money
  expect(totals).toEqual({
    ...{ assets: assets.end, ownCapital: ownCapital.end, savings: savings.end, loans: loans.end, granted },
  })
})

test('the key lies with what the program keeps for itself, readable by nobody else, and never in the book', async () => {
  const keys = join(other.folder, 'home', 'program')
  const [name = ''] = readdirSync(keys).filter((one) => one.endsWith('.key.pem'))
  if (process.platform !== 'win32') expect(statSync(join(keys, name)).mode & 0o077).toBe(0)
  const secret = readFileSync(join(keys, name), 'utf8').split('\n')[1] ?? '-'
  expect(readFileSync(other.path).includes(secret)).toBe(false)
  expect(readFileSync(theirs, 'utf8')).not.toContain(secret)
})

test('making and merging files leaves the book as it was', async () => {
  const before = await own.api.ledger.verify()
  await own.api.program.export({ quarter: '2026-Q3' })
  await merge(theirs)
  expect(await own.api.ledger.verify()).toEqual(before)
})

test('a quarter that is not over, or that was before the book, has no file', async () => {
  expect(await refusalOf(own.api.program.export({ quarter: '2026-Q4' }))).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'Triwulan 2026-Q4 belum selesai. Berkasnya dapat dibuat sesudah 31 Desember 2026.',
  })
  expect(await refusalOf(own.api.program.export({ quarter: '2025-Q4' }))).toMatchObject({
    data: { reason: 'quarter_before_book' },
  })
  expect((await own.api.program.quarters()).rows.map(({ quarter }) => quarter)).toEqual([
    '2026-Q3',
    '2026-Q2',
    '2026-Q1',
  ])
})

test('a file is refused when any of its bytes was changed', async () => {
  const bytes = readFileSync(theirs)
  const reasons = new Set<unknown>()
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    const path = put('diubah.json', changed)
    const { code, message, data } = await refusalOf(merge(path))
    expect({ code, at }).toEqual({ code: 'INVALID_INPUT', at })
    expect(message).toContain('diubah.json')
    reasons.add(data.reason)
  }
  expect([...reasons].sort()).toEqual([
    ...['program_file_damaged', 'program_file_foreign', 'program_file_forged', 'program_file_version'],
  ])
})

test('a figure that was raised is a forgery, also where only blanks were changed', async () => {
  const text = readFileSync(theirs, 'utf8')
  const raised = put('naik.json', text.replace('180000000', '980000000'))
  expect(await refusalOf(merge(raised))).toMatchObject({
    message:
      'Isi berkas naik.json tidak cocok dengan tanda tangannya: berkas ini diubah sesudah dibuat. Minta kiriman ulang dari koperasinya.',
  })
  const blanks = put('spasi.json', `${text} `)
  expect(await refusalOf(merge(blanks))).toMatchObject({ data: { reason: 'program_file_damaged', file: 'spasi.json' } })
  const twice = put('ganda.json', text.replace('"quarter": "2026-Q3"', '"quarter": "2026-Q1",\n  "quarter": "2026-Q3"'))
  expect(await refusalOf(merge(twice))).toMatchObject({ data: { reason: 'program_file_damaged' } })
})

test('a file that was cut off is told to be damaged', async () => {
  const bytes = readFileSync(theirs)
  for (const length of [300, 1_000, bytes.length - 5, bytes.length - 1]) {
    const cut = put('terpotong.json', bytes.subarray(0, length))
    expect(await refusalOf(merge(cut))).toMatchObject({
      data: { reason: 'program_file_damaged', file: 'terpotong.json' },
    })
  }
})

test('an empty file, an archive, a picture, another JSON and a book are no programme files', async () => {
  expect(await refusalOf(merge(put('kosong.json', '')))).toMatchObject({
    message: 'Berkas kosong.json kosong. Minta kiriman ulang dari koperasinya.',
  })
  const archive = put('arsip.zip', Buffer.from('504b0304140000000800', 'hex'))
  expect(await refusalOf(merge(archive))).toMatchObject({
    message: 'Berkas arsip.zip bukan berkas program dari Lumbung. Periksa lagi pilihannya.',
  })
  for (const content of ['{}', '[]', 'null', '"lumbung-program"', '{"format":"lumbung-book"}', '\ufeff{}']) {
    const { data } = await refusalOf(merge(put('lain.json', content)))
    expect(String(data.reason)).toMatch(/^program_file_(foreign|damaged)$/)
  }
  expect(await refusalOf(merge(other.path))).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await refusalOf(merge(folder))).toMatchObject({ data: { reason: 'file_is_folder' } })
  expect(await refusalOf(merge(join(folder, 'tidak-ada.json')))).toMatchObject({ code: 'NOT_FOUND' })
})

test('a file of 200 MB is refused before it is read', async () => {
  const path = put('besar.json', '')
  truncateSync(path, 200 * 1024 * 1024)
  const started = performance.now()
  expect(await refusalOf(merge(path))).toMatchObject({
    message: 'Berkas besar.json terlalu besar untuk berkas program (200 MB). Periksa lagi pilihannya.',
  })
  expect(performance.now() - started).toBeLessThan(500)
})

test('a file of another version is told so', async () => {
  const path = forged('baru.json', (content) => ({ ...content, version: 2 }))
  expect(await refusalOf(merge(path))).toMatchObject({
    message: 'Berkas baru.json dibuat dengan Lumbung versi lain (bentuk 2). Pakai Lumbung yang lebih baru.',
  })
})

test('what no program of ours writes is read from none, whoever signed it', async () => {
  const wrong: ((content: ProgramContent) => object)[] = [
    (content) => ({ ...content, members: ['Siti'] }),
    (content) => ({ ...content, people: { ...content.people, total: { ...content.people.total, members: 3 } } }),
    (content) => ({ ...content, money: { ...content.money, granted: 9e15 } }),
    (content) => ({ ...content, money: { ...content.money, granted: 1.5 } }),
    (content) => ({ ...content, quarter: '2026-Q5' }),
    (content) => ({ ...content, cooperative: { ...content.cooperative, name: 'Kop\u202eerasi' } }),
  ]
  for (const change of wrong) {
    expect(await refusalOf(merge(forged('aneh.json', change)))).toMatchObject({
      data: { reason: 'program_file_damaged' },
    })
  }
})

test('another key for a cooperative that is known is refused with both codes, and accepted knowingly', async () => {
  const { files } = await merge(theirs)
  const known = files[0]?.key ?? ''
  const path = forged('kunci-lain.json', (content) => ({ ...content, quarter: '2026-Q2' }))
  const refused = await refusalOf(merge(path))
  const given = String(refused.data.key)
  expect(refused.code).toBe('NOT_ALLOWED')
  expect(refused.message).toBe(
    `Berkas kunci-lain.json atas nama Koperasi Melati memakai kunci lain (${given}) daripada yang dikenal (${known}). Telepon koperasinya dan cocokkan kodenya; terima hanya bila sama.`,
  )
  const report = { report: 'programConsolidated' as const, params: { files: [{ path }] } }
  expect(await refusalOf(own.api.reports.pdf(report))).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await refusalOf(own.api.program.merge({ files: [{ path }], accept: [known] }))).toMatchObject({
    code: 'NOT_ALLOWED',
  })
  const accepted = await own.api.program.merge({ files: [{ path }, { path: theirs }], accept: [given] })
  expect(accepted.files.map(({ quarter, key, isNew }) => ({ quarter, key, isNew }))).toEqual([
    { quarter: '2026-Q2', key: given, isNew: false },
    { quarter: '2026-Q3', key: known, isNew: false },
  ])
  // From then on both keys are known.
  expect((await merge(path)).files).toHaveLength(1)
})

test('two keys for one cooperative that was never seen are refused in either order', async () => {
  const id = crypto.randomUUID()
  const stranger = (content: ProgramContent) => ({ ...content.cooperative, id, name: 'Koperasi Baru' })
  const a = forged('baru-1.json', (content) => ({ ...content, cooperative: stranger(content), quarter: '2026-Q1' }))
  const b = forged('baru-2.json', (content) => ({ ...content, cooperative: stranger(content), quarter: '2026-Q2' }))
  const refusals = [await refusalOf(merge(a, b)), await refusalOf(merge(b, a))]
  expect(refusals[0]).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'program_key_changed' } })
  expect(refusals[1]).toEqual(refusals[0])
})

test('what a refused merging looked at is not believed the next time', async () => {
  const id = crypto.randomUUID()
  const stranger = (content: ProgramContent) => ({ ...content.cooperative, id, name: 'Koperasi Asing' })
  const a = forged('asing.json', (content) => ({ ...content, cooperative: stranger(content) }))
  await refusalOf(merge(a, put('rusak.json', '{')))
  expect((await merge(a)).files).toMatchObject([{ isNew: true }])
  expect((await merge(a)).files).toMatchObject([{ isNew: false }])
})

test('the own book’s key is known from the first file on: nobody hands the treasurer a forged file of her own', async () => {
  const path = await writtenFile(own, '2026-Q2', folder)
  const { cooperative } = JSON.parse(readFileSync(path, 'utf8'))
  const mine = forged('punya-kami.json', (content) => ({ ...content, cooperative }))
  expect(await refusalOf(merge(mine))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'program_key_changed' } })
  expect((await own.api.program.quarters()).key).toMatch(/^([0-9a-f]{4}-){4}[0-9a-f]{4}$/)
})

test('a doubled file is refused, the same or another content, and so is a cooperative from two books', async () => {
  const copy = put('salinan.json', readFileSync(theirs))
  expect(await refusalOf(merge(theirs, copy))).toMatchObject({ data: { reason: 'program_file_twice' } })
  const { key } = (await refusalOf(merge(forged('isi-lain.json')))).data
  const accept = [String(key)]
  const files = [{ path: join(folder, 'isi-lain.json') }, { path: theirs }]
  expect(await refusalOf(own.api.program.merge({ files, accept }))).toMatchObject({
    data: { reason: 'program_file_twice' },
  })
  const again = forged('buku-kedua.json', (content) => ({
    ...content,
    cooperative: { ...content.cooperative, id: crypto.randomUUID(), name: 'KOPERASI MELATI' },
  }))
  expect(await refusalOf(merge(theirs, again))).toMatchObject({ data: { reason: 'program_cooperative_twice' } })
})

test('practice is not merged with real cooperatives, and its report is marked', async () => {
  const practice = await openProgramBook({ name: 'Koperasi Latihan', kind: 'practice' })
  try {
    const path = await writtenFile(practice, '2026-Q3', folder)
    expect(await refusalOf(merge(path, theirs))).toMatchObject({ data: { reason: 'program_file_of_practice' } })
    expect((await merge(path)).files).toHaveLength(1)
  } finally {
    await practice.close()
  }
})

test('a damaged key is said, not replaced: another one would look like a forgery', async () => {
  const lone = await openProgramBook({ name: 'Koperasi Sendiri', women: 1, men: 0 })
  try {
    await lone.api.program.export({ quarter: '2026-Q3' })
    const keys = join(lone.folder, 'home', 'program')
    const [name = ''] = readdirSync(keys)
    writeFileSync(join(keys, name), 'rusak')
    expect(await refusalOf(lone.api.program.export({ quarter: '2026-Q3' }))).toMatchObject({
      data: { reason: 'program_key_unreadable' },
    })
    writeFileSync(join(keys, 'known-keys.json'), '{')
    rmSync(join(keys, name))
    expect(await refusalOf(lone.api.program.merge({ files: [{ path: theirs }] }))).toMatchObject({
      data: { reason: 'program_keys_unreadable' },
    })
    expect(existsSync(join(keys, name))).toBe(false)
  } finally {
    await lone.close()
  }
})
