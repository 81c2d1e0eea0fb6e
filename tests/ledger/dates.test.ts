import { afterEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

let book: TestBook
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const open = async (today: string) => {
  book = await openTestBook({ today })
}

describe('the day of an entry', () => {
  const notADay = ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-5', '05-01-2026', '2026-01-05T00:00']
  const refused: readonly (readonly [day: string, word: string])[] = [
    ...notADay.map((day) => [day, 'not_a_date'] as const),
    ['', 'not_a_date'],
    ['kemarin', 'not_a_date'],
    ['٢٠٢٦-٠١-٠٥', 'not_a_date'],
    ['1899-12-31', 'not_a_date'],
    ['3000-01-01', 'not_a_date'],
    ['2019-12-31', 'date_before_founding'],
    ['2027-12-26', 'date_too_far_ahead'],
    ['2999-12-31', 'date_too_far_ahead'],
  ]

  test.each(refused)('%s is refused', async (day, word) => {
    await open('2026-11-20')
    const { code, data } = await refusalOf(putCash(book, 100, day))
    expect({ code, word: (data.issues as { message: string }[])[0]?.message }).toEqual({ code: 'INVALID_INPUT', word })
  })

  test.each(['2020-01-01', '2024-02-29', '2026-11-20', '2027-12-25'])('%s is taken', async (day) => {
    await open('2026-11-20')
    expect(await putCash(book, 100, day)).toMatchObject({ date: day, voucher: `BKM-${day.slice(0, 4)}-0001` })
  })

  test('without a founding day any day of the past is taken', async () => {
    book = await openTestBook({ cooperative: { foundedOn: undefined } })
    expect(await putCash(book, 100, '1947-07-12')).toMatchObject({ voucher: 'BKM-1947-0001' })
  })
})

/** The clock of a village laptop is a hint: it is never trusted, and never in the way of the work. */
describe('a clock', () => {
  test('that has fallen back to 1980 takes every day up to a year after the newest entry', async () => {
    await open('2026-11-20')
    await putCash(book, 100, '2026-11-20')
    const wrong = await withClock('1980-01-01')
    await putCash(wrong, 100, '2026-11-21')
    await putCash(wrong, 100, '2027-12-20')
    expect(await refusalOf(putCash(wrong, 100, '2029-01-25'))).toMatchObject({ data: { reason: 'date_too_far_ahead' } })
  })

  test('that has fallen back to 1980 in an empty book takes no later day, and says why', async () => {
    await open('1980-01-01')
    expect(await refusalOf(putCash(book, 100, '2026-11-20'))).toMatchObject({ data: { reason: 'date_too_far_ahead' } })
  })

  test('that is years ahead changes nothing about earlier days', async () => {
    await open('2041-05-05')
    expect(await putCash(book, 100, '2026-11-20')).toMatchObject({ voucher: 'BKM-2026-0001' })
  })

  test('that stands before the newest entry does not change the order of what is written', async () => {
    await open('2026-11-20')
    await putCash(book, 100, '2026-11-20')
    const earlier = await withClock('2026-03-01')
    await putCash(earlier, 200, '2026-03-01')
    const { rows } = await book.api.journal.list({})
    expect(rows.map(({ seq, date }) => [seq, date])).toEqual([
      [2, '2026-03-01'],
      [1, '2026-11-20'],
    ])
  })

  test('that moves while the program runs counts from the next entry on', async () => {
    await open('2026-11-20')
    const { putOff } = movingClock()
    await putCash(book, 100, '2027-12-20')
    putOff('2024-01-01')
    await putCash(book, 100, '2027-12-20')
    expect(await refusalOf(putCash(book, 100, '2029-06-01'))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('that stands still gives every entry its own place all the same', async () => {
    await open('2026-11-20')
    const posted = await Promise.all([1, 2, 3, 4].map((amount) => putCash(book, amount, '2026-11-20')))
    expect(new Set(posted.map(({ hash }) => hash)).size).toBe(4)
  })

  /** The same book, closed and opened by a program on another day. */
  async function withClock(today: string): Promise<TestBook> {
    movingClock().putOff(today)
    await book.reopen()
    return book
  }

  function movingClock() {
    const options = book.desk.options as { today: () => string }
    return {
      putOff: (today: string) => {
        options.today = () => today
        const app = book.desk.app().options as { today: () => string }
        app.today = () => today
      },
    }
  }
})

test('a request is the same request whatever the clock says meanwhile', async () => {
  await open('2026-11-20')
  const input = {
    requestId: requestId(),
    date: '2026-11-20',
    cashAccount: '11101',
    description: 'Kas',
    lines: [{ account: '48106', amount: 100 }],
  }
  const first = await book.api.cash.receive(input)
  await book.reopen()
  expect(await book.api.cash.receive(input)).toEqual(first)
})
