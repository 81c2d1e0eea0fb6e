import { figuresOf, type HealthBasis } from './health-figures.ts'
import { Exact, sumSen } from './money.ts'

/** What the indicators need beside the health score's figures: the year before, spending on education, and who saves. */
export interface SupervisionBasis extends HealthBasis {
  readonly balanceBefore: (line: string) => number
  readonly resultBefore: (line: string) => number
  /** Spent on the education of members, from the costs of the year and from the fund for it, sen. */
  readonly education: number
  /** Members at the end of the year, and those of them who save more than they have to. */
  readonly members: number
  readonly savers: number
}

/** A ratio of at least so much, above it, up to it, or below it. */
export type Sign = 'from' | 'over' | 'upTo' | 'below'

/** A credit is reached where the ratio stands so to a percentage; the first one that fits counts. */
export interface CreditStep {
  readonly credit: 1 | 2 | 3 | 4
  readonly sign: Sign
  readonly pct: number
}

/** What was seen of the tables: all four credits, or the best value alone. */
export interface SupervisionStandard {
  readonly steps: readonly CreditStep[]
  readonly best?: { readonly sign: Sign; readonly pct: number }
}

export const supervisionGroups = {
  quality: ['productiveMix', 'memberLoans', 'problemLoans', 'reserve'],
  liquidity: ['liquidToAssets', 'liquidToCurrent', 'cashToCurrent', 'loansToFunds', 'currentRatio'],
  earning: [
    'returnOnAssets',
    'returnOnEquity',
    'surplusToRevenue',
    'selfReliance',
    'operatingCost',
    'operatingExpense',
  ],
  growth: ['assetGrowth', 'fundGrowth', 'equityGrowth', 'surplusGrowth'],
  identity: ['mainIncome', 'surplusToSavings', 'membersSaving', 'education', 'lendingToAssets'],
  capital: ['equityToAssets', 'capitalAdequacy', 'debtToEquity'],
} as const
export type SupervisionGroup = keyof typeof supervisionGroups
export type SupervisionIndicator = (typeof supervisionGroups)[SupervisionGroup][number]

export interface ToldIndicator {
  readonly key: SupervisionIndicator
  /** Sen; people for `membersSaving`. */
  readonly part: number
  readonly whole: number
  /** In percent, unrounded decimal text; null of nothing. */
  readonly ratioPct: string | null
  readonly standard: SupervisionStandard
  /** 4 healthy to 1 not; null where the table was not seen so far. */
  readonly credit: number | null
  /** Whether the best value is reached; null where none was seen, or there is no ratio. */
  readonly isBest: boolean | null
}

const steps = (sign: Sign, ...pcts: readonly [number, number, number]): CreditStep[] => [
  ...pcts.map((pct, index): CreditStep => ({ credit: (4 - index) as CreditStep['credit'], sign, pct })),
  { credit: 1, sign: opposite[sign], pct: pcts[2] },
]
const opposite: Readonly<Record<Sign, Sign>> = { from: 'below', over: 'upTo', upTo: 'over', below: 'from' }
const best = (sign: Sign, pct: number): SupervisionStandard => ({ steps: [], best: { sign, pct } })

/** Bands of accounting.md section 8.2; where only a best value was seen nothing is made up around it. */
const standards: Readonly<Record<SupervisionIndicator, SupervisionStandard>> = {
  productiveMix: { steps: steps('upTo', 75, 85, 95) },
  memberLoans: best('from', 75),
  problemLoans: { steps: steps('upTo', 5, 10, 15) },
  reserve: best('from', 75),
  liquidToAssets: best('over', 15),
  liquidToCurrent: best('over', 21),
  cashToCurrent: best('from', 20),
  loansToFunds: best('from', 90),
  currentRatio: best('from', 125),
  returnOnAssets: best('from', 7),
  returnOnEquity: best('from', 10),
  surplusToRevenue: { steps: steps('from', 15, 10, 5) },
  // At exactly 100 % the table names two credits; the lower one counts.
  selfReliance: {
    steps: [
      { credit: 4, sign: 'from', pct: 120 },
      { credit: 3, sign: 'from', pct: 110 },
      { credit: 2, sign: 'over', pct: 100 },
      { credit: 1, sign: 'upTo', pct: 100 },
    ],
  },
  operatingCost: best('below', 80),
  operatingExpense: best('below', 40),
  assetGrowth: best('from', 10),
  fundGrowth: best('from', 10),
  equityGrowth: { steps: steps('from', 10, 7, 4) },
  surplusGrowth: { steps: [{ credit: 1, sign: 'below', pct: 1 }], best: { sign: 'from', pct: 5 } },
  mainIncome: best('from', 85),
  surplusToSavings: best('from', 30),
  membersSaving: best('from', 75),
  education: { steps: steps('from', 5, 3, 1) },
  lendingToAssets: best('from', 30),
  equityToAssets: { steps: steps('over', 30, 20, 10) },
  capitalAdequacy: best('from', 8),
  debtToEquity: best('upTo', 100),
}

/** The indicators of the supervision of cooperatives (KKPKK, accounting.md section 8.2) of a year; no total is made of them. */
export function supervisionIndicators(basis: SupervisionBasis): ToldIndicator[] {
  const pairs = pairsOf(basis)
  return Object.values(supervisionGroups)
    .flat()
    .map((key: SupervisionIndicator): ToldIndicator => {
      const [part, whole] = pairs[key]
      const ratio = whole > 0 ? new Exact(part).mul(100).div(whole) : null
      const standard = standards[key]
      const isSo = ({ sign, pct }: { sign: Sign; pct: number }) => ratio !== null && holds(ratio, sign, pct)
      const credit = standard.steps.find(isSo)?.credit ?? null
      const isBest = standard.best && ratio !== null ? isSo(standard.best) : null
      return { key, part, whole, ratioPct: ratio?.toFixed() ?? null, standard, credit, isBest }
    })
}

function holds(ratio: InstanceType<typeof Exact>, sign: Sign, pct: number): boolean {
  if (sign === 'from') return ratio.gte(pct)
  if (sign === 'over') return ratio.gt(pct)
  return sign === 'upTo' ? ratio.lte(pct) : ratio.lt(pct)
}

type Pair = readonly [part: number, whole: number]

const equityLines = ['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10']
const borrowed = ['L13', 'L14', 'L15']
const currentAssets = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12']

function pairsOf(basis: SupervisionBasis): Readonly<Record<SupervisionIndicator, Pair>> {
  const { balanceOf, balanceBefore, resultOf, resultBefore, education, members, savers } = basis
  const sum = (of: (line: string) => number, ...lines: readonly string[]) => sumSen(lines.map(of))
  const figures = figuresOf(basis)
  const before = figuresOf({ ...basis, balanceOf: balanceBefore })
  const { totalAssets, loans, currentLiabilities, cashAndBank, operatingExpense, weightedCapital } = figures
  const equity = sum(balanceOf, ...equityLines)
  const equityBefore = sum(balanceBefore, ...equityLines)
  const liquid = sum(balanceOf, 'A01', 'A02')
  const surplus = resultOf('T9')
  const revenue = sum(resultOf, 'T1', 'T3')
  const cost = sum(resultOf, 'H05', 'H06', 'H07', 'H14', 'H15', 'H30') + operatingExpense
  const funds = (of: (line: string) => number) => sum(of, 'L01', 'L02')
  const grown = (now: number, then: number): Pair => [now - then, then]
  return {
    productiveMix: [loans, loans + sum(balanceOf, 'A02', 'A13')],
    memberLoans: [balanceOf('A03'), loans],
    problemLoans: [figures.substandard + figures.doubtful + figures.loss, loans],
    reserve: [figures.riskReserve, figures.substandard + figures.doubtful + figures.loss],
    ...{ liquidToAssets: [liquid, totalAssets], liquidToCurrent: [liquid, currentLiabilities] },
    ...{ cashToCurrent: [cashAndBank, currentLiabilities], loansToFunds: [loans, figures.fundsReceived] },
    currentRatio: [sum(balanceOf, ...currentAssets), currentLiabilities],
    ...{ returnOnAssets: [surplus, totalAssets], returnOnEquity: [surplus, equity] },
    ...{ surplusToRevenue: [surplus, revenue], selfReliance: [revenue, cost], operatingCost: [cost, revenue] },
    operatingExpense: [operatingExpense, figures.grossSurplus],
    ...{ assetGrowth: grown(totalAssets, before.totalAssets), equityGrowth: grown(equity, equityBefore) },
    ...{ fundGrowth: grown(funds(balanceOf), funds(balanceBefore)), surplusGrowth: grown(surplus, resultBefore('T9')) },
    mainIncome: [sum(resultOf, 'H01', 'H02'), revenue + resultOf('H40')],
    surplusToSavings: [surplus, figures.principalAndMandatory],
    ...{ membersSaving: [savers, members], education: [education, surplus] },
    ...{ lendingToAssets: [balanceOf('A03'), totalAssets], equityToAssets: [equity, totalAssets] },
    capitalAdequacy: [weightedCapital, figures.riskWeightedAssets],
    debtToEquity: [sum(balanceOf, ...borrowed), equity],
  }
}

/** Credit of a group of questions by the share answered with yes: over 75 % 4, over 50 % 3, over 25 % 2, else 1. */
export function yesCredit(yes: number, questions: number): 1 | 2 | 3 | 4 {
  if (yes * 4 > questions * 3) return 4
  if (yes * 2 > questions) return 3
  return yes * 4 > questions ? 2 : 1
}
