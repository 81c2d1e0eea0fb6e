import fc from 'fast-check'
import { credit, debit } from '../../../shared/rules/entries/draft.ts'
import type { entryKinds } from '../../../shared/rules/entries/index.ts'
import type { Received } from '../../../shared/rules/entries/loan-repayment.ts'
import { amountOf } from '../../../shared/rules/entries/trade-payment.ts'
import { sen, senMax } from '../../../shared/rules/money.ts'
import * as asset from './asset-arbitraries.ts'
import * as capital from './borrowing-arbitraries.ts'
import * as fund from './fund-arbitraries.ts'
import * as trade from './trade-arbitraries.ts'
import * as year from './year-arbitraries.ts'

export type KindName = keyof typeof entryKinds
type InputOf<Kind extends KindName> = Parameters<(typeof entryKinds)[Kind]>[0]

const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2028-02-29')
const amount = fc.oneof(fc.integer({ min: 1, max: 100_000_000_00 }), fc.integer({ min: 1, max: senMax }))
const smallAmount = fc.integer({ min: 1, max: 5_000_000_00 })
const cashAccount = fc.constantFrom('11101', '11102', '11201', '11301', '11401')
const unit = fc.constantFrom('general', 'usp', 'shop')
const description = fc.constantFrom('Bayar listrik', 'Penjualan', 'Iuran')
const memo = fc.option(fc.constantFrom('Februari', 'kuitansi 12'), { nil: undefined })

const cashLine = fc.record({ account: fc.constantFrom('48106', '52201', '24107'), amount, memo })
const cashMove = fc.record({
  date,
  cashAccount,
  description,
  unit: fc.option(unit, { nil: undefined }),
  lines: fc.array(cashLine, { minLength: 1, maxLength: 8 }),
})

const savings = fc.record({
  savingsAccountId: fc.uuid(),
  memberId: fc.uuid().map((id) => `member-${id}`),
  account: fc.constantFrom('31101', '31102', '21101'),
  unit,
  productName: fc.constantFrom('Simpanan pokok', 'Simpanan wajib', 'SIWA', 'Tabungan hari raya'),
})
const movement = fc.record({ date, cashAccount, amount, savings, memo })

const loan = fc.record({
  loanId: fc.uuid(),
  memberId: fc.uuid().map((id) => `member-${id}`),
  account: fc.constantFrom('13101', '13201'),
  interestAccount: fc.constant('41101'),
  unit,
  accrued: fc.integer({ min: 0, max: 5_000_000_00 }),
})

const feeMax = 100_000_00
const fee = fc.integer({ min: 0, max: feeMax }).map(sen)
const deductions = fc.record({ provision: fee, administration: fee, insurance: fee, loanSavings: fee, stamp: fee })

/** By how much something changes, up or down, never by nothing. */
const change = fc.tuple(smallAmount, fc.boolean()).map(([size, isLess]) => (isLess ? -size : size))

const openingLine = fc
  .record({
    account: fc.constantFrom('11101', '31101', '21101'),
    amount,
    isDebit: fc.boolean(),
    unit: fc.option(unit, { nil: undefined }),
  })
  .map(({ isDebit, account, amount: value, unit: of }) => (isDebit ? debit : credit)(account, value, { unit: of }))

/** Both sides of a hand-written entry: the same amounts, each debited and credited. */
const journalLines = fc.array(amount, { minLength: 1, maxLength: 5 }).map((amounts) =>
  amounts.flatMap((value) => [
    { account: '11101', debit: sen(value) },
    { account: '48106', credit: sen(value) },
  ]),
)

/** Parts of a payment on a loan; some of it may have been put by before. */
const repaid = fc.record({ loan, principal: smallAmount, interest: fee, penalty: fee, held: fee })
const received = fc.record({ paid: repaid, share: fc.integer({ min: 0, max: 3 }) }).map(({ paid, share }) => ({
  ...paid,
  fromHeld: share === 0 ? 0 : Math.floor(paid.principal / share),
}))

const termEnd = fc
  .record({
    date,
    savings,
    principal: fc.integer({ min: 100_000_00, max: 900_000_000_00 }),
    accrued: fc.nat({ max: 1_000_000_00 }),
    adjustment: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
    tax: fc.nat({ max: 1_000_000_00 }),
    interestTo: fc.option(savings, { nil: undefined }),
  })
  .map((end) => {
    const adjustment = Math.max(end.adjustment, -end.accrued)
    return { ...end, adjustment, tax: Math.min(end.tax, end.accrued + adjustment) }
  })

/** A leaving: what is hers is always enough for what she owed. */
const leaving = fc
  .record({
    date,
    memberId: fc.uuid().map((id) => `member-${id}`),
    released: fc.array(fc.record({ savings, amount }), { maxLength: 6 }),
    enough: fc.record({ savings, amount: fc.constant(40_000_000_00) }),
    cards: fc.array(
      fc.record({
        account: fc.constantFrom('25101', '21401', '14101'),
        unit,
        balance: fc.integer({ min: -50_000_00, max: 50_000_00 }),
      }),
      { maxLength: 4 },
    ),
    loans: fc.array(repaid, { maxLength: 3 }),
    recovered: fc.array(fc.record({ loanId: fc.uuid(), unit, amount: fc.nat({ max: 100_000_00 }) }), { maxLength: 2 }),
    terms: fc.array(
      fc
        .record({ end: termEnd, penalty: fc.nat({ max: 100_000_00 }) })
        .map(({ end, penalty }) => ({ ...end, penalty })),
      { maxLength: 2 },
    ),
    lossShare: fc.integer({ min: 0, max: 50_000_00 }),
  })
  .map(({ released, enough, ...exit }) => ({ ...exit, savings: [...released, enough] }))

/** Inputs of every kind: one that is listed without its arbitrary does not compile. */
export const arbitraries: { readonly [Kind in KindName]: fc.Arbitrary<InputOf<Kind>> } = {
  cashDifference: fc
    .record({ date, cashAccount, difference: amount, isShort: fc.boolean() })
    .map(({ isShort, difference, ...count }) => ({ ...count, difference: isShort ? -difference : difference })),
  cashReceive: cashMove,
  cashSpend: cashMove,
  cashTransfer: fc.record({
    date,
    from: cashAccount,
    to: cashAccount,
    amount,
    description: fc.option(description, { nil: undefined }),
  }),
  collection: fc.record({
    date,
    cashAccount,
    deposits: fc.array(fc.record({ savings, amount }), { minLength: 1, maxLength: 12 }),
    repayments: fc.array(received, { maxLength: 5 }),
  }),
  borrowingPayment: capital.payment,
  borrowingReceipt: capital.receipt,
  fundGoods: fund.fundGoods,
  fundReceipt: fund.fundReceipt,
  fundRefund: fund.fundRefund,
  fundSpending: fund.fundSpending,
  fundStock: fund.fundStock,
  exitPayment: fc.record({ date, cashAccount, memberId: fc.uuid().map((id) => `member-${id}`), amount }),
  journalEntry: fc.record({ date, description, lines: journalLines }),
  loanAllowance: fc.record({ date, changes: fc.array(fc.record({ unit, change }), { minLength: 1, maxLength: 3 }) }),
  loanDisbursement: fc.record({
    ...{ date, cashAccount, loan, savings, deductions },
    principal: fc.integer({ min: 6 * feeMax + 1, max: senMax - feeMax }),
    stampBought: fee,
  }),
  loanInterestAccrual: fc.record({
    date,
    loans: fc.array(fc.record({ loan, change }), { minLength: 1, maxLength: 8 }),
  }),
  loanHeldRefund: fc.record({ date, cashAccount, loan, amount }),
  loanRecovery: fc.record({ date, cashAccount, loan, amount }),
  loanRepayment: fc
    .record({ paid: received, date, principal: amount, cashAccount, savings, isFromSavings: fc.boolean() })
    .map(({ paid, principal, date: on, cashAccount: from, savings: own, isFromSavings }) => ({
      ...{ ...paid, date: on, principal: Math.min(principal, senMax - 5 * feeMax) },
      fromHeld: Math.min(paid.fromHeld, principal),
      ...(isFromSavings ? { savings: own } : { cashAccount: from }),
    })),
  loanRestructuring: fc.record({
    ...{ date, loan, newLoan: loan, interest: fee, held: fee },
    principal: fc.integer({ min: 1, max: senMax - 2 * feeMax }),
  }),
  loanWriteOff: fc
    .record({ date, loan, principal: amount, share: fc.integer({ min: 0, max: 2 }) })
    .map(({ share, ...lost }) => ({ ...lost, short: share === 0 ? 0 : Math.floor(lost.principal / share) })),
  assetAcquisition: asset.acquisition,
  turnoverTaxDue: fc
    .record({
      date,
      month: fc.constant('2025-12'),
      amount: smallAmount,
      isDifference: fc.boolean(),
      isLess: fc.boolean(),
      share: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ isLess, amount: due, share, ...rest }) => {
      const withheld = share === 0 ? 0 : Math.floor(due / share)
      return { ...rest, amount: isLess ? 0 - due : due, withheld: isLess ? 0 - withheld : withheld }
    }),
  correctionsCleared: fc.record({ date, amount, own: fc.nat(99) }).map(({ date: day, amount: gained, own }) => ({
    ...{ date: day, to: 'reserve' as const, deficits: [] },
    corrections: [
      { unit: 'general', amount: Math.floor(gained / 100) * own },
      { unit: 'shop', amount: gained - Math.floor(gained / 100) * own },
    ],
  })),
  deficitCover: fc.record({ date, amount, own: fc.nat(99) }).map(({ date: day, amount: covered, own }) => {
    const head = Math.floor(covered / 100) * own
    const deficits = [
      { unit: 'general', deficit: head },
      { unit: 'shop', deficit: covered - head },
    ]
    return { date: day, amount: covered, deficits }
  }),
  surplusDecision: year.decision,
  surplusFundUse: fc.record({ date, amount, tax: fc.nat(100) }).map(({ tax, ...use }) => ({
    ...{ ...use, tax: Math.min(tax, use.amount - 1), account: '25102' as const },
    ...{ cashAccount: '11101', description: 'Honor rapat' },
  })),
  surplusPayment: year.payment,
  yearClosing: year.closing,
  yearCarriedForward: year.carried,
  assetDepreciation: asset.depreciation,
  assetDisposal: asset.disposal,
  consignmentSettlement: trade.payment,
  marketplaceWithdrawal: trade.payment,
  payablePayment: trade.payment,
  openingStock: trade.openingStock,
  production: trade.production,
  stockDifference: trade.stockDifference,
  purchase: trade.purchase,
  purchaseReturn: trade.purchaseReturn,
  receivablePayment: trade.payment,
  sale: trade.sale,
  saleReturn: trade.sale,
  memberExit: leaving,
  openingBalances: fc.record({
    date,
    unit,
    lines: fc.array(openingLine, { minLength: 1, maxLength: 8 }),
  }),
  savingsDeposit: movement,
  savingsInterestRun: fc.record({
    date,
    month: fc.constantFrom('2026-01', '2028-02'),
    rows: fc.array(
      fc
        .record({ savings, to: savings, gross: smallAmount, tax: smallAmount, isTerm: fc.boolean() })
        .map(({ savings: { savingsAccountId, memberId, unit: of }, to, gross, tax, isTerm }) => ({
          ...{ savingsAccountId, memberId, unit: of, expenseAccount: isTerm ? '51102' : '51101' },
          to: { account: isTerm ? '24101' : to.account, savingsAccountId: to.savingsAccountId, unit: to.unit },
          ...{ gross, tax: Math.min(gross, tax) },
        })),
      { minLength: 1, maxLength: 12 },
    ),
  }),
  savingsReclassification: fc
    .record({
      date,
      productName: fc.constantFrom('Simpanan wajib', 'SIWA'),
      from: fc.constant('31102'),
      to: fc.constant('21105'),
      cards: fc.array(fc.record({ savings, amount: smallAmount, isNegative: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
    })
    .map(({ cards, ...move }) => ({
      ...move,
      cards: cards.map(({ savings: { savingsAccountId, memberId, unit: of }, amount: held, isNegative }) => ({
        ...{ savingsAccountId, memberId, unit: of },
        amount: isNegative ? -held : held,
      })),
    })),
  savingsWithdrawal: fc
    .record({ movement, penalty: fc.nat({ max: 50_000_00 }), forfeited: fc.nat({ max: 50_000_00 }) })
    .map(({ movement: taken, penalty, forfeited }) =>
      taken.amount > penalty + forfeited ? { ...taken, penalty, forfeited } : taken,
    ),
  termPayout: fc.record({ end: termEnd, cashAccount, penalty: fc.nat({ max: 50_000_00 }) }).map(({ end, ...paid }) => ({
    ...end,
    ...paid,
  })),
  termPlacement: movement,
  termRenewal: fc
    .record({ end: termEnd, renewed: savings, isInterestAdded: fc.boolean(), cashAccount })
    .map(({ end, ...renewal }) => ({ ...end, ...renewal })),
}

function sum(amounts: Iterable<number | undefined>): bigint {
  let total = 0n
  for (const value of amounts) total += BigInt(value ?? 0)
  return total
}

function receivedParts({ principal, interest, penalty, held }: Received): number[] {
  return [principal, interest, penalty, held]
}

/** What one side of the entry must come to, added up independently of the rule. */
export const totalOf: { readonly [Kind in KindName]: (input: InputOf<Kind>) => bigint } = {
  cashDifference: ({ difference }) => BigInt(Math.abs(difference)),
  cashReceive: ({ lines }) => sum(lines.map((line) => line.amount)),
  cashSpend: ({ lines }) => sum(lines.map((line) => line.amount)),
  borrowingPayment: ({ principal, interest }) => BigInt(principal + interest),
  borrowingReceipt: (receipt) => BigInt(receipt.amount),
  fundGoods: (given) => BigInt(given.amount),
  fundReceipt: (receipt) => BigInt(receipt.amount),
  fundRefund: (refund) => BigInt(refund.amount),
  fundStock: trade.costAlone,
  fundSpending: ({ treatment, amount: spent, short }) =>
    treatment === 'activity' ? sum([spent, spent, short]) : BigInt(spent),
  cashTransfer: (transfer) => BigInt(transfer.amount),
  collection: ({ deposits, repayments = [] }) =>
    sum([...deposits.map(({ amount: paid }) => paid), ...repayments.flatMap(receivedParts)]),
  exitPayment: (payment) => BigInt(payment.amount),
  turnoverTaxDue: (due) => BigInt(Math.abs(due.amount)),
  correctionsCleared: ({ corrections }) => sum(corrections.map(({ amount: gained }) => gained)),
  deficitCover: (cover) => BigInt(cover.amount),
  surplusDecision: year.taken,
  surplusFundUse: (use) => BigInt(use.amount),
  surplusPayment: year.paid,
  yearClosing: year.closed,
  yearCarriedForward: year.moved,
  assetAcquisition: asset.acquired,
  assetDepreciation: ({ rows }) => sum(rows.map(({ amount: lost }) => lost)),
  assetDisposal: asset.disposed,
  consignmentSettlement: ({ parts }) => BigInt(amountOf(parts)),
  marketplaceWithdrawal: ({ parts }) => BigInt(amountOf(parts)),
  payablePayment: ({ parts }) => BigInt(amountOf(parts)),
  receivablePayment: ({ parts }) => BigInt(amountOf(parts)),
  openingStock: trade.costAlone,
  production: ({ products }) => trade.costAlone({ lines: products }),
  stockDifference: trade.costAlone,
  purchase: trade.costAlone,
  purchaseReturn: trade.largerOfBoth,
  sale: trade.moneyAndCost,
  saleReturn: trade.moneyAndCost,
  journalEntry: ({ lines }) => sum(lines.map((line) => line.debit)),
  loanAllowance: ({ changes }) => sum(changes.map((own) => Math.abs(own.change))),
  loanDisbursement: ({ principal, stampBought }) => BigInt(principal) + BigInt(stampBought),
  loanInterestAccrual: ({ loans }) => sum(loans.map((own) => Math.abs(own.change))),
  loanHeldRefund: (refund) => BigInt(refund.amount),
  loanRecovery: (recovery) => BigInt(recovery.amount),
  loanRepayment: (paid) => sum(receivedParts(paid)),
  loanRestructuring: ({ loan: { accrued }, principal, interest, held }) =>
    sum([principal, interest, held, Math.max(0, accrued - interest)]),
  loanWriteOff: ({ loan: { accrued }, principal, short }) => sum([principal, short, accrued]),
  memberExit: ({ savings: released, cards, terms = [] }) =>
    sum([
      ...released.map(({ amount: held }) => held),
      ...cards.map(({ balance }) => Math.max(0, balance)),
      ...terms.flatMap(({ principal, accrued, adjustment }) => [principal, accrued, Math.max(0, adjustment)]),
    ]),
  openingBalances: ({ lines }) => larger(lines),
  savingsDeposit: (deposit) => BigInt(deposit.amount),
  savingsInterestRun: ({ rows }) => sum(rows.map(({ gross }) => gross)),
  savingsReclassification: ({ cards }) => sum(cards.map(({ amount: held }) => Math.abs(held))),
  savingsWithdrawal: (withdrawal) => BigInt(withdrawal.amount),
  termPayout: ({ principal, accrued, adjustment }) => sum([principal, accrued, Math.max(0, adjustment)]),
  termPlacement: (placement) => BigInt(placement.amount),
  termRenewal: ({ principal, accrued, adjustment }) => sum([principal, accrued, Math.max(0, adjustment)]),
}

function larger(lines: readonly { debit: number; credit: number }[]): bigint {
  const [debits, credits] = [sum(lines.map((line) => line.debit)), sum(lines.map((line) => line.credit))]
  return debits > credits ? debits : credits
}
