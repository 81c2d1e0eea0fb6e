import { figuresOf } from '../../../../../shared/rules/health-figures.ts'
import type { HealthQuestion } from '../../../../../shared/rules/health-questions.ts'
import { Exact, sumSen } from '../../../../../shared/rules/money.ts'
import type { Reading } from '../../../work.ts'
import { classifyLoans } from '../../loans/classes.ts'
import { readLoans } from '../../loans/standing.ts'
import { dividedIfEarned } from '../surplus.ts'
import { dayBeforeYear, type YearBasis } from './basis.ts'

type Proposed = Partial<Record<HealthQuestion, boolean>>

/** Loans above this need collateral that covers them, sen (accounting.md section 8.1, assets). */
const securedFrom = 1_000_000_00

/** What the book itself answers of the questions, for the year; nothing where it has nothing to compare with. */
export async function proposedAnswers(reading: Reading, year: number, basis: YearBasis): Promise<Proposed> {
  return {
    ...capitalAnswers(basis),
    ...(await reserveAnswer(reading, year)),
    ...assetAnswers(basis),
    losses_collected: await areLossesCollected(reading, year, basis.asOf),
  }
}

function capitalAnswers(basis: YearBasis): Proposed {
  const { balanceOf, balanceBefore } = basis
  const before = figuresOf({ ...basis, balanceOf: balanceBefore })
  const now = figuresOf(basis)
  const sum = (of: (line: string) => number, ...lines: readonly string[]) => sumSen(lines.map(of))
  const growsTen = (...lines: readonly string[]) => {
    const earlier = sum(balanceBefore, ...lines)
    return earlier <= 0 ? undefined : new Exact(sum(balanceOf, ...lines)).gte(new Exact(earlier).mul('1.1'))
  }
  const keepsUp =
    before.ownCapital <= 0 || before.totalAssets <= 0
      ? undefined
      : new Exact(now.ownCapital).mul(before.totalAssets).gte(new Exact(now.totalAssets).mul(before.ownCapital))
  return known({
    capital_keeps_up: keepsUp,
    members_capital_grows: growsTen('E01', 'E02'),
    savings_grow: growsTen('L01', 'L02'),
    assets_from_capital: sum(balanceOf, 'A14', 'A15') <= now.ownCapital,
  })
}

/** What is kept as reserves is a quarter of the surplus or more. */
async function reserveAnswer(reading: Reading, year: number): Promise<Proposed> {
  const division = await dividedIfEarned(reading, year)
  if (!division) return {}
  const { bylaw, components, reservedForOthers, surplus } = division.answer
  const reserves = new Set(bylaw.shares.filter(({ to }) => to.startsWith('341')).map(({ key }) => key))
  const kept = sumSen([
    reservedForOthers,
    ...components.filter(({ key }) => reserves.has(key)).map(({ amount }) => amount),
  ])
  const whole = sumSen([surplus, reservedForOthers])
  return whole > 0 ? { reserve_quarter: new Exact(kept).mul(4).gte(whole) } : {}
}

function assetAnswers({ loans, balanceOf }: YearBasis): Proposed {
  const owed = (of: typeof loans) => sumSen(of.map(({ outstanding }) => outstanding))
  const large = loans.filter(({ outstanding }) => outstanding > securedFrom)
  const lost = owed(loans.filter((loan) => loan.class === 'loss'))
  const isMostlyCurrent = new Exact(owed(loans.filter((loan) => loan.class === 'current'))).mul(10)
  return known({
    mostly_current: loans.length === 0 ? undefined : isMostlyCurrent.gte(new Exact(owed(loans)).mul(9)),
    loans_secured: loans.length === 0 ? undefined : large.every((loan) => loan.collateral >= loan.outstanding),
    allowance_covers: loans.length === 0 ? undefined : 0 - balanceOf('A05') >= lost,
  })
}

/** A third of what was lost at the end of the year before came back during the year, what was written off not counted. */
async function areLossesCollected(reading: Reading, year: number, asOf: string): Promise<boolean> {
  const before = dayBeforeYear(year)
  const founded = await reading.db.selectFrom('cooperative').select('founded_on').executeTakeFirst()
  if (founded?.founded_on && before < founded.founded_on) return true
  const lost = (await classifyLoans(reading, { asOf: before })).rows.filter((row) => row.class === 'loss')
  if (lost.length === 0) return true
  const loanIds = lost.map(({ loanId }) => loanId)
  const now = new Map((await readLoans(reading.db, { asOf, loanIds })).map(({ loan }) => [loan.loanId, loan]))
  const collected = lost.map(({ loanId, outstanding }) => {
    const loan = now.get(loanId)
    return loan === undefined || loan.state === 'written_off' ? 0 : Math.max(0, outstanding - loan.outstanding)
  })
  return new Exact(sumSen(collected)).mul(3).gte(sumSen(lost.map(({ outstanding }) => outstanding)))
}

function known(answers: Readonly<Record<string, boolean | undefined>>): Proposed {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined))
}
