import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, lastDayOfYear } from '../../shared/calendar.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
let savingsAccountId: string

beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  const member = { number: '001', name: 'Siti Aminah', sex: 'female', joinedOn: '2024-01-01' } as const
  const { memberId } = await book.api.members.create({ ...member, requestId: requestId() })
  const opening = { requestId: requestId(), memberId, product: 'sukarela', date: '2024-01-01' }
  savingsAccountId = (await book.api.savings.open(opening)).savingsAccountId
})

afterEach(() => book.close())

const save = (date: string, amount: number) =>
  book.api.savings.deposit({ requestId: requestId(), savingsAccountId, date, amount, cashAccount: '11101' })

async function heldAt(asOf: string): Promise<number> {
  const { totals } = await book.api.savings.list({ asOf })
  return totals.balance
}

test('savings on any day of any year are what was paid in until then', async () => {
  const day = fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2024-01-01', days))
  const deposits = fc.sample(fc.tuple(day, fc.integer({ min: 1, max: 9_000_00 })), { numRuns: 40, seed: 2026 })
  for (const [date, amount] of deposits) await save(date, amount)
  const turns = [2024, 2025, 2026].flatMap((year) => [`${year}-06-30`, `${year}-07-01`, lastDayOfYear(year)])
  const days = [...turns, '2024-02-29', ...deposits.map(([date]) => date)]
  for (const asOf of days) {
    const expected = deposits.reduce((sum, [date, amount]) => (date <= asOf ? sum + amount : sum), 0)
    expect([asOf, await heldAt(asOf)]).toEqual([asOf, expected])
  }
})

test('without a day they are what stands on the cards now, also what is dated ahead', async () => {
  await save('2026-12-31', 100_00)
  await save('2027-03-01', 50_00)
  expect(await heldAt('2026-12-31')).toBe(100_00)
  expect((await book.api.savings.list({})).totals.balance).toBe(150_00)
})
