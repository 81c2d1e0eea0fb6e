import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import {
  countedYes,
  type HealthQuestion,
  healthQuestionKeys,
  partOf,
} from '../../../../../shared/rules/health-questions.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading, Work } from '../../../work.ts'
import { healthBasis, type YearBasis } from './basis.ts'
import { proposedAnswers } from './proposals.ts'

type Answer = Answers['closing']['healthAnswers']

interface Kept {
  readonly answer: boolean
  readonly proof: string | null
}

const settingName = 'health_answers'

/** A year's answers about management, with what the book itself proposes; what nobody answered counts as the proposal, or no. */
export async function healthAnswers(reading: Reading, { year }: Inputs['closing']['healthAnswers']): Promise<Answer> {
  return answersBeside(reading, year, await healthBasis(reading, year))
}

/** The same where it is known already what the year is reckoned from. */
export async function answersBeside(reading: Reading, year: number, basis: YearBasis): Promise<Answer> {
  const kept = (await allKept(reading.db))[year] ?? {}
  const proposed = await proposedAnswers(reading, year, basis)
  const rows = healthQuestionKeys.map((question) => ({
    ...{ question, part: partOf(question), answer: kept[question]?.answer ?? null },
    ...{ proof: kept[question]?.proof ?? null, proposed: proposed[question] ?? null },
  }))
  const yes = new Set(rows.filter(({ answer, proposed: own }) => answer ?? own).map(({ question }) => question))
  return { year, rows, counts: countedYes((question) => yes.has(question)) }
}

/** Keeps answers of a year; those that are not named stay, one without an answer is forgotten. Refuses INVALID_INPUT `given_twice`. */
export async function setHealthAnswers(
  { tx, today }: Work,
  { year, answers }: Inputs['closing']['setHealthAnswers'],
): Promise<Answer> {
  const twice = answers.findIndex(({ question }, at) => answers.findIndex((one) => one.question === question) < at)
  if (twice >= 0) throw invalidInput(['answers', twice, 'question'], 'given_twice')
  const all = await allKept(tx)
  const kept = new Map(Object.entries(all[year] ?? {}))
  for (const { question, answer, proof } of answers) {
    if (answer === null) kept.delete(question)
    else kept.set(question, { answer, proof: proof || null })
  }
  const value = JSON.stringify({ ...all, [year]: Object.fromEntries(kept) })
  await tx
    .insertInto('setting')
    .values({ name: settingName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return healthAnswers({ db: tx, today }, { year })
}

async function allKept(db: Reader): Promise<Readonly<Record<number, Partial<Record<HealthQuestion, Kept>>>>> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  return row ? JSON.parse(row.value) : {}
}
