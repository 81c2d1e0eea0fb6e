import type { surplusFundAccounts } from '../rules/entries/surplus-distribution.ts'
import { formatRupiah, sumSen } from '../rules/money.ts'
import { participationNotes, participationTable } from './shu-participation.ts'
import {
  basesText,
  type Division,
  openNotes,
  type ShuFacts,
  type ShuTexts,
  shareName,
  shuHead,
  shuTexts,
} from './shu-texts.ts'
import type { Column, ColumnKind, Part, Particular, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

/** A fund of the surplus in a year, sen; `balance` below zero where more was used than there was. */
export interface SurplusFund {
  readonly account: (typeof surplusFundAccounts)[number]
  readonly name: string
  readonly opening: number
  readonly added: number
  readonly used: number
  readonly balance: number
}

/** One use of a fund, sen. */
export interface FundUse {
  readonly entryId: string
  readonly date: string
  readonly voucher: string
  readonly account: SurplusFund['account']
  readonly fund: string
  readonly description: string
  /** Who got it, where that was said. */
  readonly paidTo: string | null
  readonly amount: number
}

export interface ShuComponentsFacts extends ShuFacts {
  /** Where the year's result comes from, sen; the three add up to it. */
  readonly origin: { readonly fromMembers: number; readonly fromOthers: number; readonly grants: number }
  /** Nothing for a year that made a loss. */
  readonly division: Division | null
  readonly bylawFrom: number | null
  /** Names of accounts and of savings products. */
  readonly accountName: (code: string) => string
  readonly productName: (product: string) => string
  readonly funds: readonly SurplusFund[]
  readonly uses: readonly FundUse[]
}

/** Pembagian SHU: the rule, each part of it in percent and rupiah, and what became of the funds (reports.md section 7). */
export function shuComponents(facts: ShuComponentsFacts): Statement {
  const { language, division, funds } = facts
  const texts = shuTexts(language)
  const { particulars, isProposal, ...head } = shuHead('shuComponents', facts)
  const own = (key: 'component' | 'to' | 'pct' | 'amount', kind: ColumnKind) => ({
    key,
    title: texts.column[key],
    kind,
  })
  return {
    ...head,
    ...(isProposal && division && { isProposal }),
    particulars: division ? [...particulars, ...ruleOf(facts, division, texts)] : [],
    before: [originTable(facts, texts)],
    columns: [own('component', 'text'), own('to', 'text'), own('pct', 'percent'), own('amount', 'money')],
    rows: rowsOf(facts, texts),
    after: [...participationTable(division, language), ...fundTable(facts, texts), ...usesTable(facts, texts)],
    totals: {
      surplus: division?.surplus ?? 0,
      components: division?.totals.components ?? 0,
      members: division?.totals.members ?? 0,
      participation: division?.totals.participation ?? 0,
      undistributed: division?.totals.undistributed ?? 0,
      funds: sumSen(funds.map(({ balance }) => balance)),
    },
    notes: notesOf(facts, texts),
  }
}

function ruleOf(facts: ShuComponentsFacts, { bylaw }: Division, { rule }: ShuTexts): Particular[] {
  const { bylawFrom, productName } = facts
  const products = bylaw.savingsProducts.map(productName).join(', ')
  const since = bylawFrom === null ? rule.usual : filled(rule.fromYear, { year: bylawFrom })
  return [
    { key: 'rule', title: rule.since, text: since },
    { key: 'savings', title: rule.savings, text: filled(rule[bylaw.savingsBasis], { products }) },
    { key: 'leavers', title: rule.leavers, text: rule[bylaw.leavers] },
    { key: 'nonMembers', title: rule.nonMembers, text: rule[bylaw.nonMembers] },
  ]
}

/** From the year's result to what is divided; what is neither kept for others nor divided was given. */
function originTable({ origin, division, year }: ShuComponentsFacts, { origin: words }: ShuTexts): Part {
  const result = sumSen([origin.fromMembers, origin.fromOthers, origin.grants])
  const line = (what: string, amount: number, kind: Row['kind'] = 'line'): Row => ({ kind, level: 0, what, amount })
  const reserved = division?.reservedForOthers ?? 0
  const surplus = division?.surplus ?? 0
  const gifts = result - reserved - surplus
  const taken = [
    ...(reserved === 0 ? [] : [line(words.reserved, 0 - reserved)]),
    ...(gifts === 0 ? [] : [line(words.gifts, 0 - gifts)]),
    line(words.divided, surplus, 'total'),
  ]
  return {
    kind: 'table',
    title: filled(words.title, { year }),
    columns: [
      { key: 'what', title: words.what, kind: 'text' },
      { key: 'amount', title: words.amount, kind: 'money' },
    ],
    rows: [
      line(words.members, origin.fromMembers),
      line(words.others, origin.fromOthers),
      ...(origin.grants === 0 ? [] : [line(words.grants, origin.grants)]),
      line(words.result, result, 'subtotal'),
      ...(division ? taken : []),
    ],
  }
}

function rowsOf(facts: ShuComponentsFacts, texts: ShuTexts): Row[] {
  const { division, language, accountName } = facts
  const row = (kind: Row['kind'], component: string, to: string | null, pct: string | null, amount: number): Row => ({
    ...{ kind, level: 0, component, to, pct, amount },
  })
  if (!division) return [row('total', texts.origin.divided, null, null, 0)]
  const { bylaw, components, totals, surplus } = division
  const shares = new Map(bylaw.shares.map((share) => [share.key, share]))
  const forWhom = (key: string): string => {
    const { to = 'by_savings', bases } = shares.get(key) ?? {}
    if (to === 'by_savings' || to === 'by_participation') return texts.to[to]
    if (to === 'by_services') return filled(texts.to.by_services, { bases: basesText(bases, language) })
    return `${to} ${accountName(to)}`
  }
  const rest = surplus - totals.components
  return [
    ...components.map(({ key, pct, amount }) => row('line', shareName(key, language), forWhom(key), pct, amount)),
    ...(rest === 0 ? [] : [row('line', texts.rest, null, null, rest)]),
    row('total', reportTexts(language).total.total, null, '100', surplus),
  ]
}

function fundTable({ funds, year, language }: ShuComponentsFacts, { funds: words }: ShuTexts): Part[] {
  if (funds.length === 0) return []
  const sum = (key: 'opening' | 'added' | 'used' | 'balance') => sumSen(funds.map((fund) => fund[key]))
  const money = (key: 'opening' | 'added' | 'used' | 'balance'): Column => ({ key, title: words[key], kind: 'money' })
  return [
    {
      kind: 'table',
      title: filled(words.title, { year }),
      columns: [
        { key: 'fund', title: words.fund, kind: 'text' },
        ...[money('opening'), money('added'), money('used'), money('balance')],
      ],
      rows: [
        ...funds.map(({ account, name, opening, added, used, balance }): Row => {
          return { kind: 'line', level: 0, fund: `${account} ${name}`, opening, added, used, balance, account }
        }),
        {
          ...{ kind: 'total', level: 0, fund: reportTexts(language).total.total },
          ...{ opening: sum('opening'), added: sum('added'), used: sum('used'), balance: sum('balance') },
        },
      ],
    },
  ]
}

function usesTable({ uses, year }: ShuComponentsFacts, { funds: words }: ShuTexts): Part[] {
  if (uses.length === 0) return []
  const own = (key: 'fund' | 'date' | 'voucher' | 'description' | 'paidTo' | 'amount', kind: ColumnKind): Column => ({
    ...{ key, title: words[key], kind },
  })
  return [
    {
      kind: 'table',
      title: filled(words.uses, { year }),
      columns: [
        ...[own('date', 'date'), own('voucher', 'code'), own('fund', 'text')],
        ...[own('description', 'text'), own('paidTo', 'text'), own('amount', 'money')],
      ],
      rows: uses.map(({ account: _, ...use }): Row => ({ kind: 'line', level: 0, ...use })),
    },
  ]
}

function notesOf(facts: ShuComponentsFacts, texts: ShuTexts): string[] {
  const { division, origin, funds } = facts
  const result = sumSen([origin.fromMembers, origin.fromOthers, origin.grants])
  const unclaimed = division ? division.totals.undistributed - (division.surplus - division.totals.components) : 0
  const below = funds.filter(({ balance }) => balance < 0)
  return [
    ...openNotes(facts),
    ...(division ? [] : [result < 0 ? filled(texts.loss, { amount: formatRupiah(0 - result) }) : texts.nothing]),
    ...(unclaimed === 0 ? [] : [filled(texts.unclaimed, { amount: formatRupiah(unclaimed) })]),
    ...participationNotes(division, facts.language),
    ...below.map(({ name: fund, balance }) => filled(texts.funds.below, { fund, amount: formatRupiah(0 - balance) })),
  ]
}
