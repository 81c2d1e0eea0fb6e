import { expect, test } from 'vitest'
import { areas } from '../../../../renderer/app/map.ts'
import { stepsLeft } from '../../../../renderer/app/way-back.ts'
import { journalOf, linkOf } from '../../../../renderer/areas/closing/steps/step-links.ts'
import type { Step } from '../../../../renderer/areas/closing/steps/use-step-words.ts'
import { closing } from '../../../../shared/text/id/closing.ts'

const untold = {
  ...{ at: null, by: null, date: null, count: null, amount: null, stated: null, note: null },
  ...{ entryId: null, voucher: null, requestId: null },
}
const cash = { code: '11101', name: 'Kas kantor', nameEn: 'Cash' }
const linked = (key: Step['key'], checked: string, period = '2026-08') =>
  linkOf({ key, state: 'open', ...untold, account: cash, period }, checked)

const keys = Object.keys(closing.steps.title) as Step['key'][]
const ofYear: readonly Step['key'][] = [
  ...(['earlier_years', 'opening', 'december', 'months', 'stock_count', 'income_tax'] as const),
  ...(['year_adjustments', 'close', 'decide', 'pay', 'deficit'] as const),
]

test('every button of a step leads to a screen there is, and what has none is asked in the list itself', () => {
  const paths = new Set(areas.flatMap(({ screens }) => screens.map(({ path }) => `/${path}`)))
  const without = keys.filter((key) => {
    const link = linked(key, ofYear.includes(key) ? '2026' : '2026-10')
    if (link !== undefined) expect(paths, key).toContain(link.split('?')[0])
    return link === undefined
  })
  expect(without).toEqual(['bank', 'adjustments', 'lock', 'year_adjustments', 'close'])
})

test('a step takes what is known to its screen: the month, the year, the last day, the account', () => {
  expect(linked('cash_count', '2026-02')).toBe('/cash/count?account=11101&date=2026-02-28&back=2026-02')
  expect(linked('savings_interest', '2026-10')).toBe('/savings/interest?month=2026-10&back=2026-10')
  expect(linked('final_tax', '2026-10')).toBe('/books/tax?year=2026&month=2026-10&back=2026-10')
  expect(linked('earlier_months', '2026-10')).toBe('/closing?month=2026-08&back=2026-10')
  expect(linked('december', '2026')).toBe('/closing?month=2026-12&back=2026')
  expect(linked('stock_count', '2026')).toBe('/trade/take?date=2026-12-31&back=2026')
  expect(linked('pay', '2026')).toBe('/closing/shu?year=2026&back=2026')
})

test('what is adjusted is dated on the last day of the month or year, also in the next one', () => {
  expect(journalOf('2024-02')).toBe('/books/post?date=2024-02-29&back=2024-02')
  expect(journalOf('2025')).toBe('/books/post?date=2025-12-31&back=2025')
})

test('balances that are still brought in are dated on the day the book began', () => {
  const opening = { key: 'opening', state: 'open', ...untold, account: null, period: null } as const
  expect(linkOf({ ...opening, date: '2024-11-01' }, '2024')).toBe('/books/opening?date=2024-11-01&back=2024')
  expect(linkOf(opening, '2024')).toBe('/books/opening?back=2024')
})

test('every step leads back to the list it was reached from', () => {
  for (const key of keys) {
    const checked = ofYear.includes(key) ? '2026' : '2026-10'
    const params = new URLSearchParams(linked(key, checked)?.split('?')[1] ?? `back=${checked}`)
    const list = ofYear.includes(key) ? '/closing/year?year=2026' : '/closing?month=2026-10'
    expect(stepsLeft(params)?.address, key).toBe(list)
  }
  expect(stepsLeft(new URLSearchParams('back=kemarin'))).toBeUndefined()
  expect(stepsLeft(new URLSearchParams())).toBeUndefined()
})
