import { expect, test } from 'vitest'
import { type ReceiptFacts, type ReceiptLine, receipt } from '../../shared/statements/receipt.ts'

const cash = (debit: number, credit = 0): ReceiptLine => ({
  account: '11101',
  name: 'Kas kantor',
  debit,
  credit,
  isCash: true,
  isSavings: false,
})

const other = (credit: number, debit = 0, more: Partial<ReceiptLine> = {}): ReceiptLine => ({
  account: '48106',
  name: 'Pendapatan lain-lain',
  debit,
  credit,
  isCash: false,
  isSavings: false,
  ...more,
})

function paper(more: Partial<ReceiptFacts> = {}) {
  return receipt({
    language: 'id',
    book: 'BKM',
    voucher: 'BKM-2026-0001',
    date: '2026-11-20',
    description: 'Sewa tenda',
    reason: null,
    lines: [cash(1_250_000_00), other(1_250_000_00)],
    parties: [],
    reverses: null,
    reversedBy: null,
    ...more,
  })
}

const textOf = (statement: ReturnType<typeof receipt>, key: string) =>
  statement.particulars.find((particular) => particular.key === key)?.text

test('a receipt says from whom, for what, and how much in figures and in words', () => {
  const made = paper({ parties: [{ number: 'A-001', name: 'Siti Aminah', isMember: true }] })
  expect(made.title).toBe('Bukti Kas Masuk')
  expect(made.subtitle).toBe('Kwitansi No. BKM-2026-0001 · 20 November 2026')
  expect(textOf(made, 'receivedFrom')).toBe('Siti Aminah')
  expect(textOf(made, 'memberNumber')).toBe('A-001')
  expect(textOf(made, 'purpose')).toBe('Sewa tenda')
  expect(textOf(made, 'amount')).toBe('Rp1.250.000')
  expect(textOf(made, 'words')).toBe('satu juta dua ratus lima puluh ribu rupiah')
  expect(made.totals).toEqual({ amount: 1_250_000_00 })
})

test('a payment says to whom', () => {
  const made = paper({
    book: 'BKK',
    lines: [other(0, 500_00), cash(0, 500_00)],
    parties: [{ number: 'P-1', name: 'Toko Makmur', isMember: false }],
  })
  expect([textOf(made, 'paidTo'), textOf(made, 'partyNumber'), made.totals.amount]).toEqual([
    'Toko Makmur',
    'P-1',
    500_00,
  ])
})

test('who came for a member is named, with the member beside', () => {
  const parties = [
    { number: 'A-001', name: 'Siti Aminah', isMember: true },
    { number: '', name: 'Budi Santoso', isMember: false },
  ]
  const made = paper({ book: 'BKK', lines: [other(0, 500_00), cash(0, 500_00)], parties })
  expect([textOf(made, 'paidTo'), textOf(made, 'member')]).toEqual(['Budi Santoso', 'Siti Aminah (A-001)'])
})

test('where nobody is named there is an empty line to write on, and none on a journal voucher', () => {
  expect(textOf(paper(), 'receivedFrom')).toBe('')
  expect(textOf(paper({ book: 'BM' }), 'about')).toBeUndefined()
})

test('a whole meeting is counted, not listed', () => {
  const parties = Array.from({ length: 85 }, (_, index) => ({ number: `${index}`, name: `N${index}`, isMember: true }))
  const lines = [cash(85_00), ...parties.map(() => other(1_00, 0, { isSavings: true, account: '31102' }))]
  const made = paper({ parties, lines })
  expect(textOf(made, 'receivedFrom')).toBe('85 anggota')
  expect(textOf(made, 'memberNumber')).toBeUndefined()
  expect(made.rows.map((row) => [row.code, row.debit, row.credit])).toEqual([
    ['11101', 85_00, null],
    ['31102', null, 85_00],
    [null, 85_00, 85_00],
  ])
})

test.each([
  ['more than five million received', 5_000_000_01, {}, true],
  ['exactly five million received', 5_000_000_00, {}, false],
  ['more than five million of savings', 6_000_000_00, { isSavings: true }, false],
])('a duty stamp is asked for %s', (_, amount, more, isAsked) => {
  const made = paper({ lines: [cash(amount), other(amount, 0, more)] })
  expect(textOf(made, 'stamp')).toBe(isAsked ? 'Rp10.000' : undefined)
})

test('a journal voucher acknowledges no money and needs no stamp', () => {
  const made = paper({ book: 'BM', lines: [other(0, 9_000_000_00), other(9_000_000_00)] })
  expect([textOf(made, 'stamp'), made.totals.amount]).toEqual([undefined, 9_000_000_00])
})

test('the amount is what changed hands, not the whole of a mixed entry', () => {
  const made = paper({ lines: [cash(90_00), other(0, 10_00, { account: '52209' }), other(100_00)] })
  expect(made.totals.amount).toBe(90_00)
})

test('a reversed voucher names the one that reversed it, with the reason', () => {
  const made = paper({ reversedBy: { voucher: 'BKM-2026-0009', date: '2026-11-21', reason: 'salah jumlah' } })
  expect(textOf(made, 'reversedBy')).toBe('BKM-2026-0009, 21 November 2026: salah jumlah')
})

test('a reversal says so, and neither thanks for money nor asks for a stamp it does not need', () => {
  const made = paper({
    reverses: { voucher: 'BKM-2026-0001', date: '2026-11-20', reason: null },
    reason: 'salah jumlah',
    lines: [cash(0, 9_000_000_00), other(0, 9_000_000_00)],
  })
  expect(made.title).toBe('Bukti Kas Masuk (pembatalan)')
  expect(made.subtitle).toBe('No. BKM-2026-0001 · 20 November 2026')
  expect(textOf(made, 'receivedFrom')).toBeUndefined()
  expect(textOf(made, 'stamp')).toBeUndefined()
  expect(made.totals.amount).toBe(9_000_000_00)
})
