import type { Frame } from '../../electron/backend/reports/paper/frame.ts'
import { type CashBookFacts, cashBook } from '../../shared/statements/cash-book.ts'
import type { Statement } from '../../shared/statements/statement.ts'

/** A frame without a book behind it. */
export const testFrame: Frame = {
  bookId: 'book',
  kind: 'real',
  cooperative: {
    name: 'Koperasi Uji',
    founded_on: null,
    legal_entity_number: null,
    coop_registration_number: null,
    tax_id: null,
    business_id: null,
    address: null,
    village: null,
    district: null,
    regency: null,
    province: null,
    phone: null,
    coop_type: null,
  },
  officers: {},
  entries: 1,
  hash: 'ab'.repeat(32),
  madeAt: '2026-11-20T01:00:00.000Z',
  isLocked: false,
  hasAlarm: false,
}

type AccountDays = CashBookFacts['accounts'][number]

/** An account with so many lines over a year. */
export function accountOf(lines: number, code = '11101', name = 'Kas kantor'): AccountDays {
  const rows = Array.from({ length: lines }, (_, index) => ({
    entryId: String(index),
    voucher: `BKM-2026-${String(index).padStart(4, '0')}`,
    date: `2026-${String(1 + Math.floor((index * 12) / lines)).padStart(2, '0')}-05`,
    description: 'Setoran simpanan wajib',
    memo: null,
    memberName: `Anggota ${index}`,
    members: 1,
    debit: 1_250_000_00,
    credit: 0,
    balance: (index + 1) * 1_250_000_00,
  }))
  return { code, name, opening: 0, debit: lines * 1_250_000_00, credit: 0, closing: lines * 1_250_000_00, lines: rows }
}

/** The cash book of a year with so many lines. */
export function statementOf(lines: number, ...more: AccountDays[]): Statement {
  const period = { from: '2026-01-01', to: '2026-12-31' }
  return cashBook({ language: 'id', ...period, accounts: [accountOf(lines), ...more], isBankBook: false })
}
