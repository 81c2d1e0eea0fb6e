import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Face, type Layout, layoutOf } from '../../../../renderer/app/picture/layout.ts'
import type { Picture } from '../../../../shared/contract/report-answers.ts'

/** Letters of one width, bold ones a little wider: what fits here fits in any font of these widths. */
const measure = (text: string, { size, isBold }: Face) => [...text].length * size * (isBold ? 0.6 : 0.55)

const picture = (change: Partial<Picture> = {}): Picture => ({
  ...{ name: 'Kartu.png', head: ['Koperasi Uji', 'Sumberejo'], title: 'Kartu Simpanan', subtitle: 'Januari 2026' },
  ...{ particulars: [{ title: 'Anggota', text: 'Siti Aminah' }], tables: [], notes: [], warnings: [], mark: null },
  code: 'Kode periksa 0a1b2c3d',
  ...change,
})

const card = (rows: readonly string[][]): Picture['tables'][number] => ({
  ...{ title: null, omitted: null },
  columns: [
    { title: 'Tanggal', isFigure: false },
    { title: 'Uraian', isFigure: false },
    { title: 'Setoran', isFigure: true },
    { title: 'Saldo', isFigure: true },
  ],
  rows: rows.map((cells) => ({ isSum: false, cells })),
})

function edgesOf({ lines }: Layout): [number, number][] {
  return lines.map(({ text, x, align, face }) => {
    const width = measure(text, face)
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    return [left, left + width]
  })
}

describe('a picture of a card', () => {
  test('says everything from above, what is long over several lines', () => {
    const text = 'Tabungan untuk biaya sekolah anak kedua sampai selesai madrasah tsanawiyah'
    const { lines } = layoutOf(picture({ particulars: [{ title: 'Jenis', text }] }), measure)
    const shown = lines.map((line) => line.text)
    expect(shown.slice(0, 4)).toEqual(['Koperasi Uji', 'Sumberejo', 'Kartu Simpanan', 'Januari 2026'])
    expect(shown.at(-1)).toBe('Kode periksa 0a1b2c3d')
    const own = shown.filter((line) => text.includes(line) && line !== '')
    expect([own.length > 1, own.join(' ')]).toEqual([true, text])
  })

  test('sets figures under each other at their right end', () => {
    const table = card([
      ['05/01/2026', 'Setoran simpanan', '250.000', '250.000'],
      ['06/01/2026', 'Setoran simpanan', '5.000', '255.000'],
    ])
    const { lines } = layoutOf(picture({ tables: [table] }), measure)
    const ends = lines.filter(({ align, text }) => align === 'right' && /^\d/.test(text)).map(({ x }) => x)
    expect(new Set(ends).size).toBe(2)
    expect(ends).toHaveLength(4)
  })

  test('keeps wide amounts whole and makes the letters smaller for them', () => {
    const wide = card([['05/01/2026', 'Setoran sukarela', '(80.000.000.000.000,00)', '(90.000.000.000.000,00)']])
    const { lines } = layoutOf(picture({ tables: [wide] }), measure)
    const amount = lines.find(({ text }) => text === '(90.000.000.000.000,00)')
    expect(amount?.face.size).toBeLessThan(26)
  })
})

const words = fc.string({ minLength: 0, maxLength: 60 })
const amount = fc.integer({ min: 0, max: 999_999_999 }).map(String)
const anyPicture = fc
  .record({
    head: fc.array(words, { minLength: 1, maxLength: 4 }),
    particulars: fc.array(fc.record({ title: words, text: words }), { maxLength: 6 }),
    rows: fc.array(fc.tuple(fc.constant('05/01/2026'), words, amount, amount), { maxLength: 12 }),
  })
  .map(({ rows, ...change }) => picture({ ...change, tables: [card(rows)] }))

test('whatever stands on it, nothing runs over an edge or below the end', () => {
  fc.assert(
    fc.property(anyPicture, (given) => {
      const layout = layoutOf(given, measure)
      for (const [left, right] of edgesOf(layout)) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(layout.width)
      }
      for (const { y } of layout.lines) expect(y).toBeLessThan(layout.height)
    }),
  )
})
