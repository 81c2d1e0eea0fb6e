import type { LoanClass } from './allowance.ts'
import type { HealthFigures } from './health-ratios.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'

/** A loan that is owed at the end of the year, sen. */
export interface HealthLoan {
  readonly class: LoanClass
  readonly outstanding: number
  readonly collateral: number
  /** Somebody answers for it. */
  readonly isGuaranteed: boolean
}

/** What the score is derived from, sen, each line as its statement prints it. */
export interface HealthBasis {
  readonly balanceOf: (line: string) => number
  readonly resultOf: (line: string) => number
  readonly loans: readonly HealthLoan[]
  /** Principal paid out in the year, to members and to others. */
  readonly lentToMembers: number
  readonly lentToOthers: number
  /** What the surplus gives to members, and what they saved by trading with the cooperative. */
  readonly memberSurplus: number
  readonly memberPromotion: number
}

const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${String(from + at).padStart(2, '0')}`)

const liabilities = range('L', 1, 16)
/** Savings, placements, debts to suppliers, taxes and what else falls due within a year; loans taken and programme funds do not. */
const currentLiabilities = [...range('L', 1, 11), 'L16']
const undivided = ['E08', 'E09']

/** Risk weights of assets in percent (accounting.md section 8.1); cash and bank weigh nothing. */
const assetWeights: readonly (readonly [weight: number, lines: readonly string[]])[] = [
  [20, ['A02']],
  [50, ['A09']],
  [70, ['A10', 'A11', 'A12', 'A14', 'A15', 'A16', 'A17', 'A18']],
  [100, ['A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A13']],
]

/**
 * The figures of the health score from a year's statements and its loans (accounting.md sections 8.1 and 8.3), sen. What
 * is lent beside the program's own loans has no known security and counts as risky.
 */
export function figuresOf(basis: HealthBasis): HealthFigures {
  const balance = (...lines: readonly string[]) => sumSen(lines.map(basis.balanceOf))
  const result = (...lines: readonly string[]) => sumSen(lines.map(basis.resultOf))
  const ofClass = (wanted: LoanClass) =>
    sumSen(basis.loans.filter((loan) => loan.class === wanted).map(({ outstanding }) => outstanding))
  const operatingExpense = result('H20', 'H21', 'H22', 'H23', 'H24', 'H25')
  const memberShare = partOfMembers(operatingExpense, basis.resultOf('T2'), basis.resultOf('T4'))
  const total = sumSen([balance(...liabilities), equityOf(basis)])
  return {
    ownCapital: sumSen([balance('E01', 'E02', 'E03', 'E05', 'E06', 'E07'), half(basis.balanceOf('E04'))]),
    totalAssets: total,
    riskyLoans: riskyOf(basis),
    weightedCapital: weightedCapitalOf(basis),
    riskWeightedAssets: weightedAssetsOf(basis),
    loansToMembers: sen(basis.lentToMembers),
    loanVolume: sumSen([basis.lentToMembers, basis.lentToOthers]),
    ...{ substandard: ofClass('substandard'), doubtful: ofClass('doubtful'), loss: ofClass('loss') },
    riskReserve: sen(basis.balanceOf('E07') - basis.balanceOf('A05')),
    loans: balance('A03', 'A04'),
    memberOperatingCost: sumSen([result('H05', 'H06', 'H07', 'H30'), memberShare]),
    ...{ grossParticipation: result('T1'), operatingExpense, grossSurplus: result('T5'), staffCost: result('H20') },
    ...{ cashAndBank: balance('A01'), currentLiabilities: balance(...currentLiabilities) },
    fundsReceived: sen(total - balance('L07') - balance(...undivided)),
    surplusBeforeTax: result('T8'),
    memberSurplus: sen(basis.memberSurplus),
    ...{ netParticipation: result('T2'), governanceExpense: result('H30') },
    otherIncome: result('T3', 'H40'),
    memberPromotion: sen(basis.memberPromotion),
    principalAndMandatory: balance('E01', 'E02'),
  }
}

function equityOf({ balanceOf }: HealthBasis): Sen {
  return sumSen(range('E', 1, 10).map(balanceOf))
}

/** Without adequate collateral and with nobody who answers for it. */
function riskyOf({ loans, balanceOf }: HealthBasis): Sen {
  const risky = loans.filter(({ outstanding, collateral, isGuaranteed }) => !isGuaranteed && collateral < outstanding)
  const known = sumSen(loans.map(({ outstanding }) => outstanding))
  const others = Math.max(0, balanceOf('A03') + balanceOf('A04') - known)
  return sumSen([...risky.map(({ outstanding }) => outstanding), others])
}

function weightedCapitalOf({ balanceOf }: HealthBasis): Sen {
  const whole = sumSen(['E01', 'E02', 'E03', 'E05', 'E06'].map(balanceOf))
  const halved = sumSen(['E04', 'E07', ...undivided, ...liabilities].map(balanceOf))
  return sumSen([whole, half(halved)])
}

function weightedAssetsOf({ balanceOf }: HealthBasis): Sen {
  const weighted = assetWeights.map(([weight, lines]) => new Exact(sumSen(lines.map(balanceOf))).mul(weight).div(100))
  return roundToSen(
    weighted.reduce((sum, one) => sum.plus(one), new Exact(0)),
    'half_up',
  )
}

/** Of a cost of both sides, what follows the members' gross profit; all of it where only one side earned. */
function partOfMembers(cost: Sen, members: number, others: number): Sen {
  if (members <= 0 || others <= 0) return cost
  return roundToSen(new Exact(cost).mul(members).div(members + others), 'half_up')
}

function half(amount: number): Sen {
  return roundToSen(new Exact(amount).div(2), 'half_up')
}
