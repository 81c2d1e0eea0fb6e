import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MeetingPart } from '../../shared/rules/meeting-parts.ts'
import { isInstalled } from '../export/programs.ts'

import { requestId } from '../support/book.ts'
import { Paper } from './paper.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

const canRead = isInstalled('pdftotext')

let book: ShuBook
let paper: Paper
beforeAll(async () => {
  book = await openShuBook()
  await book.api.officers.set({ officers: [{ role: 'supervisor', name: 'Ibu Wulandari' }] })
  if (canRead)
    paper = await Paper.of(await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025 } }))
})
afterAll(async () => {
  paper?.forget()
  expect(book.bugs).toEqual([])
  await book.close()
})

describe.skipIf(!canRead)('the book of the annual meeting', () => {
  test('says in its contents the page where every chapter really begins', async () => {
    const pages = paper.pages()
    const { rows } = await book.api.reports.run({ report: 'annualMeetingBook', params: { year: 2025 } })
    const contents = pages[1] ?? ''
    for (const { number, caption } of rows) {
      const listed = new RegExp(`^ *${number ?? ''} +${escaped(String(caption))} +(\\d+)$`, 'm').exec(contents)
      const page = pages[Number(listed?.[1] ?? 0) - 1] ?? ''
      expect(page.replace(/\s+/g, ' '), `${number} ${caption}`).toContain(`${number ?? ''} ${caption}`.trim())
    }
    expect(rows.length).toBeGreaterThan(25)
  })

  test('counts its pages through from the cover to the last', () => {
    const pages = paper.pages()
    expect(pages.map((page, index) => page.includes(`Halaman ${index + 1} dari ${pages.length}`))).not.toContain(false)
  })

  test('says on every page whether its figures can still change, in the parts that are printed alone too', async () => {
    const state = /SEMENTARA: masa belum dikunci|FINAL: masa sudah dikunci/
    expect(paper.pages().flatMap((page, index) => (state.test(page) ? [] : [index + 1]))).toEqual([])
    const alone = await Paper.of(
      await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, part: '3' } }),
    )
    expect(alone.pages().filter((page) => !state.test(page))).toEqual([])
    alone.forget()
  })

  test('tells figures that stand in several places alike', async () => {
    const text = paper.text().replace(/\s+/g, ' ')
    const { totals } = await book.api.reports.run({
      ...{ report: 'balanceSheet', params: { asOf: '2025-12-31' } },
    })
    const assets = new Intl.NumberFormat('id-ID').format((totals.assets ?? 0) / 100)
    // In the board's report twice, among the main figures, and in the balance sheet on both of its sides.
    expect(text.split(assets).length - 1).toBeGreaterThanOrEqual(5)
  })

  test('has everything of the day: who may come, how many are needed, the rules of order, what was decided before', () => {
    const text = paper.text().replace(/\s+/g, ' ')
    expect(text).toMatch(/Daftar Hadir .* Kuorum : \d+ orang \(50% dari anggota\) Hadir : \.{20}/)
    // Once in front, and pointed to among the papers of the day.
    expect(text.match(/Pasal 1\. Yang berhak hadir/g)).toHaveLength(1)
    expect(text).toMatch(/7\.3 Tata Tertib Rapat .{0,200}Tata tertib rapat dimuat di depan buku ini/)
    expect(text).toMatch(/Anggota tidak aktif.*sepanjang 2025: \d+ orang/)
    expect(text).toMatch(/Karyawan: \.{20}/)
    expect(text).not.toContain('belum ditulis')
  })

  test('shows of members their number and name, never a national id, a telephone or an address', () => {
    const text = paper.text()
    expect(text).not.toMatch(/\d{16}/)
    expect(text).not.toMatch(/08\d{8,}/)
  })

  test('is signed where the meeting signs, by the supervisor in her own report', () => {
    const page = paper.pages().find((one) => /^ *4 +Laporan Pengawas$/m.test(one)) ?? ''
    expect(page).toContain('Ibu Wulandari')
  })

  test('is printed in parts, and short for members with five numbers on its first page', async () => {
    const part = await Paper.of(
      await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, part: '3' } }),
    )
    expect(part.text()).toMatch(/3 +Pembagian SHU/)
    expect(part.text()).not.toContain('Laporan Posisi Keuangan')
    const brief = await Paper.of(
      await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, brief: true } }),
    )
    const first = brief.pages()[0] ?? ''
    for (const words of ['Anggota:', 'Aset koperasi:', 'Simpanan anggota:', 'Pinjaman anggota', 'SHU tahun 2025:']) {
      expect(first).toContain(words)
    }
    // Too few pages to look up where something stands: the page after the first is a statement already.
    expect(brief.pages().length).toBeLessThan(6)
    expect(brief.text()).not.toContain('Daftar Isi')
    expect(brief.pages()[1]).toContain('Laporan Posisi Keuangan')
    part.forget()
    brief.forget()
    const day = await Paper.of(
      await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, part: '7' } }),
    )
    expect(day.text()).toContain('Pasal 1. Yang berhak hadir')
    day.forget()
  })

  test('says what the meeting decided once that is told, and leaves room to write before', async () => {
    expect(paper.text()).toContain('Titik-titik boleh diisi dengan tangan')
    // The surplus is decided: the day is known though nobody told of the meeting.
    expect(paper.pages()[0]).toContain('14 Maret 2026')
    for (const [title, day] of [
      ...['7.1 +Undangan', '4 +Laporan Pengawas'].map((one) => [one, /, \.{20,}/] as const),
      ...['7.5 +Berita Acara', '7.6 +Keputusan', '7.7 +Pakta'].map((one) => [one, /, 14 Maret 2026/] as const),
    ]) {
      const isOn = (one: string) => new RegExp(`^ *${title}`, 'm').test(one.split('\n').slice(0, 6).join('\n'))
      const page = paper.pages().find(isOn) ?? ''
      expect(page, title).toMatch(day)
      expect(page, title).not.toContain('31 Desember 2025')
    }
    await book.api.meeting.set({
      ...{ requestId: requestId(), year: 2025, date: '2026-03-14', place: 'Balai Desa Sumberejo', present: 3 },
      ...{ chair: 'Ibu Ratna', secretary: 'Ibu Sari', startsAt: '09.00', endsAt: '12.30' },
      decisions: ['Laporan pengurus diterima.', 'SHU dibagi sesuai usulan.'],
    })
    const told = await Paper.of(
      await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, part: '7' } }),
    )
    const text = told.text().replace(/\s+/g, ' ')
    for (const words of ['Sabtu, 14 Maret 2026', '09.00 sampai 12.30', 'SHU dibagi sesuai usulan.', 'Ibu Ratna']) {
      expect(text).toContain(words)
    }
    // Minutes, decisions and the pledge are signed on the day of the meeting.
    expect(text.match(/, 14 Maret 2026 (Pimpinan rapat|Ketua)/g)).toHaveLength(3)
    // The invitation was written before, on a day nobody told.
    expect(text).toMatch(/tepat waktu\. Terima kasih\. \S+ \.{20,} Ketua/)
    told.forget()
  })

  test('decides nothing where too few came: a second meeting is called, which the bylaws may let decide', async () => {
    const held = async (present: number, secondCall: boolean) => {
      const { warnings } = await book.api.meeting.set({
        ...{
          requestId: requestId(),
          year: 2025,
          date: '2026-03-14',
          place: 'Balai Desa Sumberejo',
          present,
          secondCall,
        },
        ...{ chair: 'Ibu Ratna', secretary: 'Ibu Sari', decisions: ['Menerima laporan.'] },
      })
      const printed = await Paper.of(
        await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, part: '7' } }),
      )
      const text = printed.text().replace(/\s+/g, ' ')
      printed.forget()
      return { warnings, text }
    }
    const missed = await held(1, false)
    expect(missed.warnings).toEqual(['quorum_missing'])
    expect(missed.text).not.toContain('Rapat memutuskan')
    // In berita acara and where the decisions stand.
    const called = /Rapat tidak sah mengambil keputusan\. Anggota diundang untuk rapat kedua menurut anggaran dasar\. /g
    expect(missed.text.match(called)).toHaveLength(2)
    expect(missed.text).toContain('Yang dibicarakan, belum menjadi keputusan: 1. Menerima laporan.')
    const second = await held(1, true)
    expect(second.warnings).toEqual([])
    expect(second.text).toMatch(
      /Kuorum tidak tercapai\. Rapat ini rapat kedua; .* Rapat memutuskan: 1\. Menerima laporan\./,
    )
    const reached = await held(3, false)
    expect(reached.text).toContain('Kuorum tercapai. Rapat sah mengambil keputusan. Rapat memutuskan: 1. Menerima')
  })
})

test('a book that fits into one volume is one file, and another volume of it is refused', async () => {
  const params = { year: 2025 }
  const { files } = await book.api.reports.volumes({ report: 'annualMeetingBook', params })
  const alone = await book.api.reports.pdf({ report: 'annualMeetingBook', params: { ...params, volume: 1 } })
  expect(files.map(({ name }) => name)).toEqual([alone.name])
  expect(Buffer.from(await (files[0] as File).arrayBuffer()).equals(Buffer.from(await alone.arrayBuffer()))).toBe(true)
  await expect(
    book.api.reports.pdf({ report: 'annualMeetingBook', params: { ...params, volume: 2 } }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'no_such_volume', volumes: 1 } })
})

describe.skipIf(!canRead)('what the board writes into the notes', () => {
  const written = async (part: MeetingPart, ...paragraphs: string[]) =>
    book.api.meeting.setText({ requestId: requestId(), year: 2025, part, paragraphs })
  const notesOf = async (year: number) => {
    const printed = await Paper.of(await book.api.reports.pdf({ report: 'notes', params: { year } }))
    const text = printed.text().replace(/\s+/g, ' ')
    printed.forget()
    return text
  }

  test('is the usual text and room to write until it does, and counts from its year on', async () => {
    const before = await notesOf(2025)
    expect(before).toContain('Tahun buku berjalan dari 1 Januari sampai 31 Desember.')
    expect(before).toMatch(/15\. Komitmen dan kewajiban bersyarat Komitmen : \.{20}/)
    await written('notesPolicies', 'Simpanan wajib dinaikkan tiap lima tahun.')
    await written('notesEvents', 'Gudang terbakar pada 3 Februari.')
    await written('notesCommitments', 'Koperasi menjamin utang kelompok tani.')
    await written('notesGeneral', 'Koperasi melayani empat dusun.')
    const after = await notesOf(2025)
    for (const words of ['Simpanan wajib dinaikkan', 'Gudang terbakar', 'menjamin utang', 'melayani empat dusun']) {
      expect(after).toContain(words)
    }
    expect(after).not.toContain('Peristiwa lain')
    const chapter = await Paper.of(
      await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025, part: '2' } }),
    )
    expect(chapter.text()).toContain('Gudang terbakar pada 3 Februari.')
    chapter.forget()
    // The year after keeps what is said every year, and says nothing that happened in this one.
    const next = await notesOf(2026)
    for (const words of ['Simpanan wajib dinaikkan', 'melayani empat dusun']) expect(next).toContain(words)
    for (const words of ['Gudang terbakar', 'menjamin utang']) expect(next).not.toContain(words)
    expect(next).toContain('Peristiwa lain')
    for (const part of ['notesPolicies', 'notesEvents', 'notesCommitments', 'notesGeneral'] as const)
      await written(part)
    expect(await notesOf(2025)).toBe(before)
  })

  test('may be fifty pages long, in the notes and in the rules of order, and no word of it is lost', async () => {
    const long = Array.from(
      { length: 1500 },
      (_, index) => `Pasal ${index + 1}. ${'Anggota berhak bertanya. '.repeat(6)}`,
    )
    await written('notesGeneral', ...long)
    await written('rules', ...long)
    const { files } = await book.api.reports.volumes({ report: 'annualMeetingBook', params: { year: 2025 } })
    const volumes = await Promise.all(files.map(Paper.of))
    const pages = volumes.map((volume) => volume.pages())
    // In the notes, and before the report.
    expect(
      pages
        .flat()
        .join('\n')
        .match(/Pasal \d+\./g)?.length,
    ).toBe(2 * 1500)
    expect(pages.flat().length).toBeGreaterThan(100)
    for (const of of pages) expect(of.length).toBeLessThanOrEqual(200)
    for (const volume of volumes) volume.forget()
    await written('notesGeneral')
    await written('rules')
  })
})

test.each(['annualMeetingBook', 'governmentAnnual'] as const)(
  'how far %s is can be asked while it is made, up to the last report it reads',
  async (report) => {
    const far = () => book.api.reports.progress({ makingId: report })
    expect((await far()).stage).toBe('waiting')
    const heard: Awaited<ReturnType<typeof far>>[] = []
    const making = book.api.reports.volumes({ report, params: { year: 2025 }, makingId: report })
    let isDone = false
    void making.finally(() => {
      isDone = true
    })
    while (!isDone) {
      heard.push(await far())
      await new Promise((resolve) => setImmediate(resolve))
    }
    const read = heard.filter(({ stage }) => stage === 'reading')
    expect(read.at(-1)).toMatchObject({ done: (read.at(-1)?.of ?? 0) - 1 })
    expect(heard.map(({ pct }) => pct)).toEqual(heard.map(({ pct }) => pct).toSorted((a, b) => a - b))
    expect((await far()).stage).toBe('waiting')
  },
)

test('the book as a spreadsheet has a sheet for each chapter', async () => {
  const file = await book.api.reports.sheet({ report: 'annualMeetingBook', params: { year: 2025 } })
  const names = new TextDecoder('latin1').decode(await file.arrayBuffer()).match(/xl\/worksheets\/sheet\d+\.xml/g) ?? []
  expect(new Set(names).size).toBeGreaterThan(25)
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
