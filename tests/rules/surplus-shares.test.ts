import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../../shared/errors.ts'
import { Exact, sen, sumSen } from '../../shared/rules/money.ts'
import { reckonedShare, type SurplusRule, surplusShares } from '../../shared/rules/surplus-shares.ts'
import { runs } from '../support/any-loan.ts'

const usual = [
  ...[
    { key: 'reserve', pct: '30' },
    { key: 'capital', pct: '20' },
    { key: 'service', pct: '25' },
    { key: 'board', pct: '7.5' },
  ],
  ...[
    { key: 'staff', pct: '5' },
    { key: 'education', pct: '5' },
    { key: 'social', pct: '5' },
    { key: 'development', pct: '2.5' },
  ],
]

const member = (id: string, savings: number, business: number) => ({
  ...{ id, savings: sen(savings * 100), transactions: { business: sen(business * 100) } },
})

const worked: SurplusRule = {
  ...{ surplus: sen(48_750_000_00), shares: usual, capitalShareKey: 'capital', roundTo: 100 },
  serviceShares: [{ key: 'service', basis: 'business' }],
  members: [
    member('A', 1_450_000, 2_150_000),
    member('B', 850_000, 0),
    member('C', 2_300_000, 640_000),
    member('others', 60_400_000, 58_210_000),
  ],
}

test('the worked surplus of the notes is divided to the rupiah', () => {
  const { components, members, totals, warnings } = surplusShares(worked)
  expect(components.map(({ amount }) => amount / 100)).toEqual([
    ...[14_625_000, 9_750_000, 12_187_500, 3_656_250, 2_437_500, 2_437_500, 2_437_500, 1_218_750],
  ])
  expect(
    members.map(({ id, capital, service, total }) => [id, capital / 100, (service.service ?? 0) / 100, total / 100]),
  ).toEqual([
    ['A', 217_500, 429_559, 647_059],
    ['B', 127_500, 0, 127_500],
    ['C', 345_000, 127_869, 472_869],
    ['others', 9_060_000, 11_630_072, 20_690_072],
  ])
  expect(totals).toEqual({
    ...{ components: 48_750_000_00, capital: 9_750_000_00, service: { service: 12_187_500_00 } },
    ...{ members: 21_937_500_00, undistributed: 0 },
  })
  expect(warnings).toEqual([])
})

test('what is smaller than a step stays undistributed, and no component is a step from its share', () => {
  const shares = [
    { key: 'reserve', pct: '25' },
    { key: 'capital', pct: '75' },
  ]
  const serviceShares: SurplusRule['serviceShares'] = []
  const { components, totals } = surplusShares({ ...worked, shares, serviceShares, surplus: sen(2_99) })
  expect(components.map(({ amount }) => amount)).toEqual([0, 2_00])
  expect(totals).toMatchObject({ components: 2_00, undistributed: 99 })
})

test('a share is told again as a calculator shows it: exact, rounded down, and what came to her of the rest', () => {
  const own = { pool: 1_361_000_00, own: 1_555_000_00, all: 82_015_000_00 }
  expect(reckonedShare({ ...own, share: 26_000_00 }, 500_00)).toEqual({
    ...{ exact: 25_804_49, down: 25_500_00, extra: 500_00 },
  })
  expect(reckonedShare({ ...own, share: 25_500_00 }, 500_00)).toMatchObject({ down: 25_500_00, extra: 0 })
  expect(reckonedShare({ pool: 100_00, own: 0, all: 0, share: 0 }, 100)).toEqual({ exact: 0, down: 0, extra: 0 })
})

describe('a pool nobody has a claim to', () => {
  it('stays undivided where nobody saved, and is warned of', () => {
    const members = worked.members.map((row) => ({ ...row, savings: sen(0) }))
    const { totals, warnings } = surplusShares({ ...worked, members })
    expect([totals.capital, totals.service.service, warnings]).toEqual([0, 12_187_500_00, ['no_savings']])
    expect(totals.undistributed).toBe(9_750_000_00)
  })

  it('stays undivided where nobody did that business', () => {
    const serviceShares = [{ key: 'service', basis: 'purchases' }]
    const { totals, members, warnings } = surplusShares({ ...worked, serviceShares })
    expect([totals.service, warnings]).toEqual([{ service: 0 }, ['no_transactions']])
    expect(members[0]).toMatchObject({ service: { service: 0 }, total: 217_500_00 })
  })

  it('is no matter where the pool itself is nothing', () => {
    expect(surplusShares({ ...worked, surplus: sen(0), members: [] }).warnings).toEqual([])
  })
})

it('a basis named like something every object has is nobody’s business', () => {
  const serviceShares = [{ key: 'service', basis: 'toString' }]
  expect(surplusShares({ ...worked, serviceShares }).totals.service).toEqual({ service: 0 })
})

it.each<[string, Partial<SurplusRule>, string, readonly (string | number)[]]>([
  ['99.9 percent', { shares: usual.with(0, { key: 'reserve', pct: '29.9' }) }, 'shares_not_100', ['shares']],
  ['105 percent', { shares: usual.with(0, { key: 'reserve', pct: '35' }) }, 'shares_not_100', ['shares']],
  ['a share twice', { shares: usual.with(0, { key: 'capital', pct: '30' }) }, 'given_twice', ['shares', 1, 'key']],
  ['a member twice', { members: [member('A', 1, 1), member('A', 2, 2)] }, 'given_twice', ['members', 1, 'id']],
  ['an unknown capital share', { capitalShareKey: 'modal' }, 'unknown_share', ['capitalShareKey']],
  [
    ...(['an unknown service share', { serviceShares: [{ key: 'jasa', basis: 'business' }] }] as const),
    ...(['unknown_share', ['serviceShares', 0, 'key']] as const),
  ],
  [
    ...(['one share by savings and by business', { serviceShares: [{ key: 'capital', basis: 'business' }] }] as const),
    ...(['given_twice', ['serviceShares', 0, 'key']] as const),
  ],
])('%s is refused', (_what, change, reason, path) => {
  const refusal = (() => {
    try {
      return surplusShares({ ...worked, ...change })
    } catch (error) {
      return error
    }
  })()
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', reason, data: { issues: [{ path, message: reason }] } })
})

test('components add up to the surplus, members to their pools, and nobody is a step from the exact share', () => {
  const cut = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 6 })
  const anyMember = fc.record({ savings: fc.nat(9_000_000_00), business: fc.nat(9_000_000_00) })
  const anyYear = fc.record({
    ...{ surplus: fc.nat(900_000_000_00), cut, roundTo: fc.constantFrom(1, 100, 10_000) },
    members: fc.array(anyMember, { minLength: 1, maxLength: 40 }),
  })
  const holds = fc.property(anyYear, ({ surplus, cut: cuts, roundTo, members }) => {
    const ends = [0, ...cuts.toSorted((a, b) => a - b), 1000]
    const shares = ends.slice(1).map((end, at) => ({ key: `s${at}`, pct: String((end - (ends[at] ?? 0)) / 10) }))
    const rows = members.map(({ savings, business }, at) => ({
      ...{ id: `m${at}`, savings: sen(savings), transactions: { business: sen(business) } },
    }))
    const answer = surplusShares({
      ...{ surplus: sen(surplus), shares, members: rows, capitalShareKey: 's0', roundTo },
      serviceShares: [{ key: 's1', basis: 'business' }],
    })
    const rest = surplus - answer.totals.components
    expect(rest >= 0 && rest < roundTo).toBe(true)
    const pools = (answer.components[0]?.amount ?? 0) + (answer.components[1]?.amount ?? 0)
    expect(answer.totals.undistributed).toBe(rest + pools - answer.totals.members)
    for (const { amount, pct } of answer.components) {
      expect(new Exact(surplus).mul(pct).div(100).minus(amount).abs().lt(roundTo)).toBe(true)
    }
    const [capital, service] = answer.components.map(({ amount }) => amount)
    const saved = sumSen(rows.map(({ savings }) => savings))
    const done = sumSen(rows.map(({ transactions }) => transactions.business))
    expect(answer.totals.capital).toBe(saved > 0 ? capital : 0)
    expect(answer.totals.service.s1).toBe(done > 0 ? service : 0)
    for (const [at, row] of answer.members.entries()) {
      const exact = new Exact(capital ?? 0).mul(rows[at]?.savings ?? 0).div(Math.max(1, saved))
      expect(exact.minus(row.capital).abs().lt(roundTo)).toBe(true)
      expect(row.total).toBe(row.capital + (row.service.s1 ?? 0))
    }
  })
  fc.assert(holds, { numRuns: runs(2_000) })
})
