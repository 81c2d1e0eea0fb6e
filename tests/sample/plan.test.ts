import { describe, expect, test } from 'vitest'
import { samplePlan } from '../../electron/backend/sample/plan.ts'
import type { Brought, SamplePlan, Step } from '../../electron/backend/sample/steps.ts'
import { addMonthsToMonth, monthsBetween } from '../../shared/calendar.ts'

const plan = samplePlan({ years: 3, members: 85 })

function stepsOf<Act extends Step['act']>({ steps }: SamplePlan, act: Act): Extract<Step, { act: Act }>[] {
  return steps.filter((step): step is Extract<Step, { act: Act }> => step.act === act)
}

function namesOf(of: SamplePlan): string[] {
  return stepsOf(of, 'enter').map(({ particulars }) => particulars.name)
}

test('the same arguments give the same life, another seed another one', () => {
  expect(samplePlan({ years: 3, members: 85 })).toEqual(plan)
  const other = samplePlan({ years: 3, members: 85, seed: 'padi' })
  expect(namesOf(other)).not.toEqual(namesOf(plan))
  expect(other.steps).not.toEqual(plan.steps)
})

test('85 members join over the years, mostly women, each with a name and number of her own', () => {
  const members = stepsOf(plan, 'enter').map(({ particulars }) => particulars)
  expect(members).toHaveLength(85)
  expect(new Set(members.map(({ name }) => name)).size).toBe(85)
  expect(members.map(({ number }) => number)).toEqual(members.map((_, index) => String(index + 1).padStart(3, '0')))
  const women = members.filter(({ sex }) => sex === 'female').length
  expect(women).toBeGreaterThan(55)
  expect(women).toBeLessThan(80)
  const years = new Set(members.map(({ joinedOn }) => joinedOn.slice(0, 4)))
  expect(years.size).toBeGreaterThanOrEqual(5)
})

test('nobody gets a national id number or a phone that could be a real one', () => {
  for (const { particulars } of stepsOf(plan, 'enter')) {
    expect(particulars.nationalId ?? null).toBeNull()
    expect(particulars.phone ?? null).toBeNull()
  }
})

test('no description tells the name of a member', () => {
  const descriptions = plan.steps.flatMap((step) => ('description' in step ? [step.description] : []))
  expect(descriptions.length).toBeGreaterThan(500)
  const names = namesOf(plan)
  expect(descriptions.filter((text) => names.some((name) => text.includes(name)))).toEqual([])
})

test('what happens follows its days, from the first day to the fixed last one', () => {
  const dates = plan.steps.map(({ date }) => date)
  expect(dates).toEqual([...dates].sort())
  expect([dates[0], dates.at(-1)]).toEqual(['2023-11-01', '2026-10-31'])
  const shorter = samplePlan({ years: 1, members: 85, endsOn: '2025-06-18' })
  expect([shorter.steps[0]?.date, shorter.startsOn]).toEqual(['2024-07-01', '2024-07-01'])
  expect(shorter.steps.at(-1)?.date.slice(0, 7)).toBe('2025-06')
  expect(shorter.steps.every(({ date }) => date <= '2025-06-18')).toBe(true)
})

test('a year has everything a cooperative does', () => {
  const acts = new Set(plan.steps.map(({ act }) => act))
  for (const act of [
    'begin',
    'collect',
    'savings',
    'money',
    'transfer',
    'journal',
    'count',
    'reverse',
    'lock',
  ] as const) {
    expect(acts).toContain(act)
  }
  expect(stepsOf(plan, 'collect')).toHaveLength(36)
  expect(stepsOf(plan, 'savings').filter(({ way }) => way === 'withdraw').length).toBeGreaterThan(50)
  expect(stepsOf(plan, 'lock')).toHaveLength(35)
  expect(stepsOf(plan, 'count').filter(({ reason }) => reason !== undefined).length).toBeGreaterThan(1)
})

test('the shop trades in every way, and money is entrusted to it in every way', () => {
  const sold = stepsOf(plan, 'sell')
  expect(new Set(sold.map(({ way }) => way))).toEqual(new Set(['cash', 'wallet', 'credit', 'marketplace']))
  expect(sold.filter(({ atOutlet }) => atOutlet).length).toBeGreaterThan(5)
  expect(sold.filter(({ lines }) => lines.some(({ discount }) => discount !== undefined)).length).toBeGreaterThan(20)
  const bought = stepsOf(plan, 'buy')
  for (const kind of ['partner', 'member']) {
    const ofKind = bought.filter(({ party }) => kind in party)
    expect(ofKind.some(({ cash }) => cash < 0) && ofKind.some(({ cash }) => cash === 0)).toBe(true)
  }
  expect(new Set(stepsOf(plan, 'goodsBack').map(({ way }) => way))).toEqual(new Set(['returnSale', 'returnPurchase']))
  expect(new Set(stepsOf(plan, 'keep').map(({ way }) => way)).size).toBe(2)
  expect(new Set(stepsOf(plan, 'payDebt').map(({ way }) => way)).size).toBe(3)
  const settled = stepsOf(plan, 'settle').map(({ party }) => JSON.stringify(party))
  expect(new Set(settled).size).toBeGreaterThan(5)
  const reasons = stepsOf(plan, 'takeStock').flatMap(({ lines }) => lines.flatMap(({ reason }) => reason ?? []))
  expect(new Set(reasons).size).toBe(3)
  expect(stepsOf(plan, 'produce').length).toBeGreaterThan(20)
  expect(stepsOf(plan, 'endShift')).toHaveLength(36)
  expect(stepsOf(plan, 'fund').map(({ terms }) => terms.treatment)).toEqual([
    ...['activity', 'revolving', 'capital', 'capital'],
  ])
  expect(new Set(stepsOf(plan, 'fundSpent').map(({ line }) => line)).size).toBe(2)
  expect(stepsOf(plan, 'borrow').map(({ kind }) => kind)).toEqual(['27101', '27102', '27105'])
  const repaid = Map.groupBy(stepsOf(plan, 'repay'), ({ borrowing }) => borrowing)
  expect([...repaid.values()].map((own) => [own.length, own.at(-1)?.left])).toEqual([
    [12, 0],
    [24, 0],
    [6, 0],
  ])
  expect(stepsOf(plan, 'giftOfGoods')).toHaveLength(1)
  expect(stepsOf(plan, 'apply').filter(({ fund }) => fund === 'revolving').length).toBeGreaterThan(6)
  expect([stepsOf(plan, 'contribute').length, stepsOf(plan, 'returnContribution').length]).toEqual([1, 1])
})

test('equipment comes in by every way and leaves with a gain and a loss, and its months follow one another', () => {
  expect(stepsOf(plan, 'assetBefore')).toHaveLength(2)
  const payers = new Set(stepsOf(plan, 'asset').map(({ payer }) => payer))
  expect(payers).toEqual(new Set(['box', 'program', 'workshop', 'gift']))
  const paid = stepsOf(plan, 'payDebt').filter(({ party }) => 'partner' in party && party.partner === 'workshop')
  const bought = stepsOf(plan, 'asset').find(({ payer }) => payer === 'workshop')
  expect(paid.reduce((sum, { amount }) => sum + amount, 0)).toBe(bought?.terms.cost)
  expect(stepsOf(plan, 'assetLeaves').map(({ gain }) => gain > 0)).toEqual([true, false])
  expect(stepsOf(plan, 'depreciate').map(({ month }) => month)).toEqual(
    Array.from({ length: 36 }, (_, index) => addMonthsToMonth('2023-11', index)),
  )
})

test('the final tax is posted and paid for the months of its four years, and for no other', () => {
  const regimes = stepsOf(plan, 'taxRegime').map(({ year, regime }) => [year, regime])
  const [young, older] = ['final_0_5', 'article_31e']
  expect(regimes).toEqual([2023, 2024, 2025, 2026].map((year) => [year, year <= 2024 ? young : older]))
  expect(stepsOf(plan, 'tax').map(({ month }) => month)).toEqual(
    Array.from({ length: 14 }, (_, index) => addMonthsToMonth('2023-11', index)),
  )
  expect(stepsOf(plan, 'payTax')).toHaveLength(14)
})

test('most members have paid their simpanan wajib to the month, some are behind, nobody is ahead', () => {
  const paid = new Map<number, number>()
  const pay = (member: number, amount: number) => paid.set(member, (paid.get(member) ?? 0) + amount)
  for (const { lines } of stepsOf(plan, 'begin')) {
    for (const { savings, credit = 0 } of lines) if (savings?.[1] === 'wajib') pay(savings[0], credit)
  }
  for (const { rows } of stepsOf(plan, 'collect'))
    for (const [member, { savings }] of rows) pay(member, savings.wajib ?? 0)
  const raised = stepsOf(plan, 'due').find(({ amount }) => amount === 2_500_000)?.fromMonth ?? ''
  const behind = stepsOf(plan, 'enter').map(({ member, particulars }) => {
    const first = particulars.joinedOn.slice(0, 7)
    const due = 2_000_000 * (monthsBetween(first, '2026-10') + 1) + 500_000 * monthsSince(raised, first)
    return due - (paid.get(member) ?? 0)
  })
  expect(behind.filter((amount) => amount < 0)).toEqual([])
  expect(behind.filter((amount) => amount === 0).length).toBeGreaterThan(60)
  expect(behind.filter((amount) => amount > 0).length).toBeGreaterThan(2)
})

/** Months until the end that cost more, for one who joined in `first`. */
function monthsSince(raised: string, first: string): number {
  return monthsBetween(first > raised ? first : raised, '2026-10') + 1
}

test('members borrow by every method, most pay as agreed, and each has one loan at a time', () => {
  const asked = stepsOf(plan, 'apply')
  expect(new Set(asked.map(({ product }) => product))).toEqual(new Set(['flat', 'declining', 'annuity']))
  const settled = new Set(stepsOf(plan, 'payOff').map(({ loan }) => loan))
  expect(settled.size).toBeGreaterThan(5)
  const paid = stepsOf(plan, 'collect').flatMap(({ rows }) => [...rows.values()].map(({ loan }) => loan?.loan))
  expect(asked.filter(({ loan }) => !paid.includes(loan) && !settled.has(loan)).length).toBeLessThan(8)
  const running = new Map<number, string>()
  for (const { member, loan } of asked) {
    const before = running.get(member)
    if (before !== undefined) expect(settled.has(before) || isPaidUp(before)).toBe(true)
    running.set(member, loan)
  }
})

/** True where the last payment on a loan came at its end: what was brought is at least what was lent. */
function isPaidUp(loan: string): boolean {
  const lent = stepsOf(plan, 'apply').find((step) => step.loan === loan)
  const brought = stepsOf(plan, 'collect').flatMap(({ rows }) => [...rows.values()].map((row) => row.loan))
  const paid = brought.reduce((sum, part) => sum + (part?.loan === loan ? part.amount : 0), 0)
  return paid >= (lent?.principal ?? 0)
}

test('a few leave, none of them with a loan, and one leaves to an heir', () => {
  const leaving = stepsOf(plan, 'leave')
  expect(leaving.map(({ reason }) => reason)).toEqual(['moved', 'died', 'resigned'])
  expect(leaving.filter(({ heir }) => heir !== undefined)).toHaveLength(1)
  for (const { member, date } of leaving) {
    const loans = stepsOf(plan, 'apply').filter((step) => step.member === member)
    expect(loans.every(({ date: asked }) => asked < date)).toBe(true)
    expect(
      loans.every(({ loan }) => isPaidUp(loan) || stepsOf(plan, 'payOff').some((step) => step.loan === loan)),
    ).toBe(true)
  }
})

test('one loan goes on as another, one is given up and brings something after all, and two terms are placed', () => {
  const [goesOn, lost, came] = [stepsOf(plan, 'restructure'), stepsOf(plan, 'writeOff'), stepsOf(plan, 'recover')]
  expect([goesOn.length, lost.length, came.length]).toEqual([1, 1, 1])
  expect(came[0]?.loan).toBe(lost[0]?.loan)
  const paid = stepsOf(plan, 'collect').flatMap(({ rows }) => [...rows.values()].map(({ loan }) => loan?.loan))
  expect(paid).toContain(goesOn[0]?.as)
  expect(paid.filter((loan) => loan === lost[0]?.loan)).toHaveLength(1)
  const terms = stepsOf(plan, 'placeTerm').map(({ term }) => term)
  expect([terms.length, stepsOf(plan, 'payTermBack').map(({ term }) => term)]).toEqual([2, [terms[1]]])
})

test('amounts paid in cash are whole Rp500, so that they can be paid and counted', () => {
  for (const step of plan.steps) {
    const amounts = step.act === 'money' && step.cashAccount === '11101' ? step.lines.map(({ amount }) => amount) : []
    expect(amounts.filter((amount) => amount % 50_000 !== 0)).toEqual([])
  }
})

describe.each([
  { years: 1, members: 1 },
  { years: 2, members: 9 },
  { years: 1, members: 5_000 },
])('with $members members for $years years', (options) => {
  const { steps } = samplePlan(options)

  test('the cash box never holds less than nothing, and each count finds what should be there', () => {
    let cash = 0
    for (const step of steps) {
      if (step.act === 'count' || step.act === 'endShift') {
        const counted = Object.entries(step.denominations).reduce((sum, [face, n]) => sum + Number(face) * n * 100, 0)
        expect(Math.abs(counted - cash)).toBeLessThanOrEqual('reason' in step ? 200_000 : 0)
        cash = counted
      } else cash += cashOf(step, steps)
      if (cash < 0) throw new Error(`${cash} in the box on ${step.date}`)
    }
    expect(cash).toBeGreaterThan(0)
  })

  test('no voucher has more lines than the API takes', () => {
    const lines = steps.map((step) => ('lines' in step ? step.lines.length : 0))
    expect(Math.max(...steps.map((step, index) => (step.act === 'money' ? (lines[index] ?? 0) : 0)))).toBeLessThan(
      1_000,
    )
    expect(Math.max(...lines)).toBeLessThan(10_000)
  })
})

/** What a step brings into the cash box, in sen, told from the plan alone. */
function cashOf(step: Step, steps: readonly Step[]): number {
  switch (step.act) {
    case 'begin':
      return step.lines.reduce((sum, line) => sum + (line.account === '11101' ? (line.debit ?? 0) : 0), 0)
    case 'collect':
      return [...step.rows.values()].reduce((sum, brought) => sum + broughtInCash(brought), 0)
    case 'payOut':
      return step.cashAccount === '11101' ? -step.amount : 0
    case 'payTermBack':
      return step.cashAccount === '11101' ? -step.amount : 0
    case 'payOff':
    case 'recover':
    case 'placeTerm':
      return step.cashAccount === '11101' ? step.amount : 0
    case 'savings':
      return step.cashAccount !== '11101' ? 0 : step.way === 'deposit' ? step.amount : -step.amount
    case 'money':
      return step.cashAccount !== '11101' ? 0 : step.way === 'receive' ? amountOf(step) : -amountOf(step)
    case 'transfer':
      return step.to === '11101' ? step.amount : step.from === '11101' ? -step.amount : 0
    case 'reverse': {
      const reversed = steps.find((other) => other.act === 'money' && other.key === step.key)
      return reversed?.act === 'money' ? amountOf(reversed) : 0
    }
    default:
      return 'cash' in step ? step.cash : 0
  }
}

function amountOf({ lines }: { lines: readonly { amount: number }[] }): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

function broughtInCash({ savings, loan }: Brought): number {
  return Object.values(savings).reduce((sum, amount) => sum + amount, loan?.amount ?? 0)
}
