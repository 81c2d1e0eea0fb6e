import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { SupervisionFacts } from '../../../../shared/statements/supervision-indicators.ts'
import { netMovesIn } from '../../ledger/net-moves.ts'
import { answersBeside } from '../../services/closing/health/answers.ts'
import { healthBasis } from '../../services/closing/health/basis.ts'
import type { Reading } from '../../work.ts'
import { countedMembers } from '../program/facts.ts'

/** Education of members as a cost, and the fund the surplus gives to it. */
const educationAccounts = ['53104', '25104']

/** A year's indicators, out of what its health is reckoned from; refuses INVALID_INPUT `no_entries_in_year`. */
export async function supervisionFacts(
  reading: Reading,
  { year }: ReportParams<'supervisionIndicators'>,
  language: Language,
): Promise<SupervisionFacts> {
  const basis = await healthBasis(reading, year)
  const members = await countedMembers(reading, basis.asOf)
  const moves = await netMovesIn(reading.db, year, educationAccounts)
  return {
    ...{ language, year, asOf: basis.asOf, answers: await answersBeside(reading, year, basis) },
    basis: {
      ...basis,
      education: sumSen(moves.filter(({ amount }) => amount < 0).map(({ amount }) => 0 - amount)),
      members: members.length,
      savers: members.filter(({ isSaver }) => isSaver).length,
    },
  }
}
