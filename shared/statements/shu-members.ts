import { formatRupiah, type Sen, sen, sumSen } from '../rules/money.ts'
import { type CountedBusiness, reckonedShare } from '../rules/surplus-shares.ts'
import { rupiahInWords } from '../words.ts'
import { pctText } from './loan-terms.ts'
import {
  basesText,
  type Division,
  openNotes,
  type ShuFacts,
  shareName,
  shuHead,
  shuTexts,
  stateText,
} from './shu-texts.ts'
import type { Column, Particular, Row, Slip, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export interface ShuMembersFacts extends ShuFacts {
  readonly division: Division
  /** What all members together have of what counts, sen. */
  readonly ofAll: { readonly savings: number; readonly transactions: Readonly<Record<string, number>> }
  /** What each member's business of each pool is made of. */
  readonly business: ReadonlyMap<string, Readonly<Record<string, readonly CountedBusiness[]>>>
  /** What each was paid of the year's surplus, sen. */
  readonly paid: ReadonlyMap<string, number>
  readonly cooperative: string
  readonly treasurer: string | null
  readonly hasSignatures: boolean
}

/** A pool that members share in. */
interface Pool {
  readonly key: string
  readonly name: string
  readonly pct: string
  readonly amount: number
  readonly isBySavings: boolean
  readonly bases: string
}

/** SHU per anggota: what counts of each member, her parts, their sum and what she was paid; sums equal the pools. */
export function shuMembers(facts: ShuMembersFacts): Statement {
  const { language, division, hasSignatures } = facts
  const { particulars, ...head } = shuHead('shuMembers', facts)
  const texts = shuTexts(language)
  const pools = poolsOf(facts)
  const rows = division.members.map((member) => memberRow(member, facts, pools))
  const keys = moneyKeys(pools)
  const sums = Object.fromEntries(keys.map((key) => [key, sumSen(rows.map((row) => Number(row[key] ?? 0)))]))
  const signature: Column = { key: 'signature', title: texts.column.signature, kind: 'text' }
  return {
    ...head,
    particulars: [...particulars, ...pools.map((pool) => poolParticular(pool, facts))],
    columns: [...columnsOf(facts, pools), ...(hasSignatures ? [signature] : [])],
    rows: [...rows, { kind: 'total', level: 0, number: null, name: reportTexts(language).total.total, ...sums }],
    totals: { members: division.members.length, surplus: division.surplus, ...totalsOf(sums, facts) },
    notes: [...openNotes(facts), texts.membersNote],
  }
}

function poolsOf({ division, language }: ShuMembersFacts): Pool[] {
  const amounts = new Map(division.components.map(({ key, amount }) => [key, amount]))
  return division.bylaw.shares.flatMap(({ key, pct, to, bases }) => {
    if (to !== 'by_savings' && to !== 'by_services') return []
    const named = { key, name: shareName(key, language), pct: pctText(pct, language) }
    const isBySavings = to === 'by_savings'
    return [{ ...named, isBySavings, amount: amounts.get(key) ?? 0, bases: basesText(bases, language) }]
  })
}

function poolParticular({ key, name: share, pct, amount }: Pool, { division, language }: ShuMembersFacts): Particular {
  const texts = shuTexts(language)
  const text = filled(texts.poolText, { amount: formatRupiah(amount), members: division.members.length })
  return { key: `pool ${key}`, title: filled(texts.pool, { share, pct }), text }
}

const countedKey = (pool: Pool) => (pool.isBySavings ? 'savings' : `business ${pool.key}`)
const shareKey = (pool: Pool) => (pool.isBySavings ? 'capital' : `service ${pool.key}`)
const moneyKeys = (pools: readonly Pool[]) => [...pools.map(countedKey), ...pools.map(shareKey), 'total', 'paid']

function columnsOf({ language }: ShuMembersFacts, pools: readonly Pool[]): Column[] {
  const texts = shuTexts(language).column
  const isOnlyService = pools.filter(({ isBySavings }) => !isBySavings).length === 1
  const counted = (pool: Pool): Column => {
    const business = isOnlyService ? texts.business : filled(texts.businessOf, { share: pool.name })
    return { key: countedKey(pool), title: pool.isBySavings ? texts.savings : business, kind: 'money' }
  }
  return [
    column(language, 'number', 'code'),
    column(language, 'name', 'text'),
    ...pools.map(counted),
    ...pools.map((pool): Column => ({ key: shareKey(pool), title: pool.name, kind: 'money' })),
    { key: 'total', title: texts.total, kind: 'money' },
    { key: 'paid', title: texts.paid, kind: 'money' },
  ]
}

type Member = Division['members'][number]

function memberRow(member: Member, { paid }: ShuMembersFacts, pools: readonly Pool[]): Row {
  const { memberId, number, name, total } = member
  const cells = pools.flatMap((pool): [string, number][] => [
    [countedKey(pool), countedOf(member, pool)],
    [shareKey(pool), shareOf(member, pool)],
  ])
  return {
    kind: 'line',
    level: 0,
    number,
    name,
    ...Object.fromEntries(cells),
    total,
    paid: paid.get(memberId) ?? 0,
    memberId,
  }
}

const countedOf = ({ savings, transactions }: Member, pool: Pool) =>
  pool.isBySavings ? savings : (transactions[pool.key] ?? 0)
const shareOf = ({ capital, service }: Member, pool: Pool) => (pool.isBySavings ? capital : (service[pool.key] ?? 0))

function totalsOf(sums: Readonly<Record<string, number>>, { division }: ShuMembersFacts) {
  const { savings = 0, total = 0, paid = 0 } = sums
  return { savings, capital: division.totals.capital, total, paid }
}

/** A sheet for each member that shows its own arithmetic, two on a page, to be cut apart and handed out. */
export function shuMemberSheets(facts: ShuMembersFacts): Statement {
  const { division, year } = facts
  const [only, ...others] = division.members
  const pools = poolsOf(facts)
  return {
    ...shuHead('shuMember', facts),
    label: only && others.length === 0 ? `${year} ${only.number}` : String(year),
    before: division.members.map((member) => sheetOf(member, facts, pools)),
    columns: [],
    rows: [],
    totals: { members: division.members.length, total: sumSen(division.members.map(({ total }) => total)) },
    notes: [],
  }
}

function sheetOf(member: Member, facts: ShuMembersFacts, pools: readonly Pool[]): Slip {
  const { language, year, cooperative, treasurer, decided, paid } = facts
  const { sheet } = shuTexts(language)
  const received = paid.get(member.memberId) ?? 0
  const left = sen(Math.max(0, member.total - received))
  const state = { title: sheet.decision, text: stateText(facts) }
  const services = pools.filter(({ isBySavings }) => !isBySavings)
  const bases = [...new Set(services.map((pool) => pool.bases))].join('; ')
  const rounding = filled(sheet.note, { step: formatRupiah(facts.division.bylaw.roundTo) })
  return {
    kind: 'slip',
    head: cooperative,
    title: decided ? sheet.title : sheet.proposal,
    subtitle: filled(sheet.number, { year, member: member.number }),
    facts: [
      { title: sheet.name, text: member.name },
      state,
      ...services.flatMap((pool) => businessFact(member, pool, facts, services.length === 1)),
      ...pools.map((pool) => ({ title: pool.name, text: reckonedText(member, pool, facts) })),
      ...(decided
        ? [
            { title: sheet.paid, text: formatRupiah(received) },
            { title: sheet.left, text: formatRupiah(left) },
          ]
        : []),
    ],
    columns: sheetColumns(facts),
    rows: sheetRows(member, facts, pools),
    words: { title: sheet.words, text: rupiahInWords(member.total as Sen) },
    note: bases === '' ? rounding : `${filled(sheet.counted, { bases })} ${rounding}`,
    signer: { role: sheet.officer, name: treasurer, hasStamp: false },
  }
}

const allOf = ({ savings, transactions }: ShuMembersFacts['ofAll'], pool: Pool) =>
  pool.isBySavings ? savings : (transactions[pool.key] ?? 0)

/** `belanja Rp500.000 + komisi titipan Rp100.000 × 2 = Rp700.000`: what she can check with her cards. */
function businessFact(
  { memberId, transactions }: Member,
  pool: Pool,
  { business, language }: ShuMembersFacts,
  isOnly: boolean,
) {
  const texts = shuTexts(language)
  const counted = business.get(memberId)?.[pool.key] ?? []
  if (counted.length === 0) return []
  const parts = counted.map(({ basis, weight, amount }) => {
    const own = `${texts.basis[basis]} ${formatRupiah(amount)}`
    return Number(weight) === 1 ? own : filled(texts.weighted, { basis: own, weight: pctText(weight, language) })
  })
  const text = `${parts.join(' + ')} = ${formatRupiah(transactions[pool.key] ?? 0)}`
  const title = isOnly ? texts.column.business : filled(texts.column.businessOf, { share: pool.name })
  return [{ title, text }]
}

/** `Rp1.450.000 : Rp65.000.000 × Rp9.750.000 = Rp217.500`, then how it was rounded where it was. */
function reckonedText(member: Member, pool: Pool, { ofAll, language, division }: ShuMembersFacts): string {
  const { sheet } = shuTexts(language)
  const all = allOf(ofAll, pool)
  if (all === 0) return sheet.nobody
  const [own, share] = [countedOf(member, pool), shareOf(member, pool)]
  const { exact, down, extra } = reckonedShare({ pool: pool.amount, own, all, share }, division.bylaw.roundTo)
  const amounts = { own, all, pool: pool.amount, exact, down, extra, share }
  const told = Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, formatRupiah(amount)]))
  if (exact === share) return filled(sheet.reckoned, told)
  return `${filled(sheet.reckoned, told)}${filled(extra === 0 ? sheet.roundedDown : sheet.roundedUp, told)}`
}

function sheetColumns({ language }: ShuMembersFacts): Column[] {
  const { sheet } = shuTexts(language)
  const money = (key: 'own' | 'ofAll' | 'pool' | 'amount'): Column => ({ key, title: sheet[key], kind: 'money' })
  return [
    { key: 'what', title: sheet.what, kind: 'text' },
    money('own'),
    money('ofAll'),
    money('pool'),
    money('amount'),
  ]
}

function sheetRows(member: Member, { ofAll, language }: ShuMembersFacts, pools: readonly Pool[]): Row[] {
  const lines = pools.map((pool): Row => {
    const what = `${pool.name} ${pool.pct}%`
    const amount = shareOf(member, pool)
    return {
      kind: 'line',
      level: 0,
      what,
      own: countedOf(member, pool),
      ofAll: allOf(ofAll, pool),
      pool: pool.amount,
      amount,
    }
  })
  const empty = { own: null, ofAll: null, pool: null }
  return [
    ...lines,
    { kind: 'total', level: 0, what: reportTexts(language).total.total, ...empty, amount: member.total },
  ]
}
