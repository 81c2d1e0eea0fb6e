import type { Answers } from '../../../../../shared/contract/index.ts'
import { figuresOf } from '../../../../../shared/rules/health-figures.ts'
import type { HealthFigures } from '../../../../../shared/rules/health-ratios.ts'
import { type HealthBandStyle, type HealthScore, healthScore } from '../../../../../shared/rules/health-score.ts'
import type { Reading } from '../../../work.ts'
import { answersBeside } from './answers.ts'
import { healthBasis } from './basis.ts'

/** A year's score with everything it is reckoned from. */
export interface YearHealth {
  readonly asOf: string
  readonly figures: HealthFigures
  readonly answers: Answers['closing']['healthAnswers']
  readonly score: HealthScore
}

/** Reckons how healthy the cooperative was at the end of a year; refuses INVALID_INPUT `no_entries_in_year`. */
export async function healthOfYear(reading: Reading, year: number, bandStyle: HealthBandStyle): Promise<YearHealth> {
  const basis = await healthBasis(reading, year)
  const answers = await answersBeside(reading, year, basis)
  const figures = figuresOf(basis)
  return { asOf: basis.asOf, figures, answers, score: healthScore(figures, answers.counts, bandStyle) }
}
