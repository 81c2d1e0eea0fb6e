import { requestId, type TestBook } from './book.ts'

/** A member as the register has her, entered through the API; numbers run 0001, 0002 … unless given. */
export async function addMember(book: TestBook, number = '0001', joinedOn = '2026-01-01'): Promise<string> {
  const name = `Anggota ${number}`
  const { memberId } = await book.api.members.create({ requestId: requestId(), number, name, sex: 'female', joinedOn })
  return memberId
}

/** Money in the cash box to begin with; from other income, so that no member is touched. */
export async function putCash(book: TestBook, amount: number, date = '2026-01-02', cashAccount = '11101') {
  const lines = [{ account: '48106', amount }]
  return book.api.cash.receive({ requestId: requestId(), date, cashAccount, description: 'Sumbangan', lines })
}

/** A member's savings account of a product. */
export async function openSavings(book: TestBook, memberId: string, product = 'sukarela', date = '2026-01-02') {
  const { savingsAccountId } = await book.api.savings.open({ requestId: requestId(), memberId, product, date })
  return savingsAccountId
}

export async function deposit(book: TestBook, savingsAccountId: string, amount: number, date = '2026-01-05') {
  return book.api.savings.deposit({ requestId: requestId(), savingsAccountId, date, amount, cashAccount: '11101' })
}

export async function withdraw(book: TestBook, savingsAccountId: string, amount: number, date = '2026-01-06') {
  return book.api.savings.withdraw({ requestId: requestId(), savingsAccountId, date, amount, cashAccount: '11101' })
}

/** A flat loan of Rp100.000 over ten months, asked for and approved on a day. */
export async function approvedLoan(book: TestBook, memberId: string, date = '2026-01-05'): Promise<string> {
  const asked = { memberId, product: 'flat', principal: 100_000_00, months: 10, purpose: 'Modal warung', date }
  const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked })
  await book.api.loans.approve({ requestId: requestId(), loanId, date, approvedBy: 'Sri Wahyuni' })
  return loanId
}

/** An entry's lines as account, debit, credit. */
export async function linesOf(book: TestBook, entryId: string): Promise<(string | number)[][]> {
  const { lines } = await book.api.journal.get({ entryId })
  return lines.map(({ account, debit, credit }) => [account, debit, credit])
}

/** What an account holds at the end of a day, debit positive. */
export async function balanceOf(book: TestBook, account: string, asOf = '2026-12-31'): Promise<number> {
  const { rows } = await book.api.ledger.trialBalance({ asOf })
  const row = rows.find(({ code }) => code === account)
  return row ? row.debit - row.credit : 0
}

/** Members 0001 to the given number through one import. */
export async function addMembers(book: TestBook, count: number, joinedOn = '2026-01-01'): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0')
    return `${number},Anggota ${number},P,${joinedOn}`
  })
  const csv = ['nomor anggota,nama,jenis kelamin,tanggal masuk', ...rows].join('\n')
  return (await book.api.members.import({ requestId: requestId(), csv })).memberIds
}

/** Closes or reopens a year, which no procedure of today does: the act is written into the open book as one would. */
export function actOnYear(book: TestBook, year: number, act: 'close' | 'reopen'): void {
  book.desk.app().file.database.exec(`
    INSERT INTO period_act (seq, period, act, reason, at, made_by, head_seq, head_hash)
    SELECT (SELECT coalesce(max(seq), 0) + 1 FROM period_act), '${year}', '${act}', 'Rapat anggota',
      '2026-03-31T00:00:00.000Z', 'treasurer', seq, hash
    FROM journal_entry ORDER BY seq DESC LIMIT 1`)
}
