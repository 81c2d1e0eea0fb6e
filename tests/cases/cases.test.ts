import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figuresOf, type PublishedCase } from './case.ts'
import { kinds } from './kinds.ts'

/** How many figures of each case the rules answer, and how many are no rule of the program. */
const counts: Readonly<Record<string, { readonly answered: number; readonly unanswered: number }>> = {
  'amount-in-words-1': { answered: 12, unanswered: 0 },
  'bookkeeping-cycle-1': { answered: 15, unanswered: 0 },
  'health-score-1': { answered: 3, unanswered: 0 },
  'health-score-2': { answered: 11, unanswered: 7 },
  'loan-provision-1': { answered: 5, unanswered: 0 },
  'loan-schedule-1': { answered: 70, unanswered: 0 },
  'loan-schedule-2': { answered: 16, unanswered: 0 },
  'loan-schedule-3': { answered: 18, unanswered: 0 },
  'loan-schedule-4': { answered: 240, unanswered: 0 },
  'loan-schedule-5': { answered: 240, unanswered: 0 },
  'loan-schedule-6': { answered: 6, unanswered: 0 },
  'loan-schedule-7': { answered: 63, unanswered: 0 },
  'loan-schedule-8': { answered: 52, unanswered: 0 },
  'nik-structure-1': { answered: 22, unanswered: 0 },
  'savings-interest-1': { answered: 2, unanswered: 2 },
  'savings-interest-2': { answered: 5, unanswered: 1 },
  'savings-interest-tax-1': { answered: 7, unanswered: 0 },
  'stock-valuation-1': { answered: 2, unanswered: 0 },
  'shu-distribution-1': { answered: 7, unanswered: 2 },
  'shu-member-exercise-1': { answered: 6, unanswered: 0 },
  'shu-member-exercise-2': { answered: 4, unanswered: 1 },
  'shu-member-exercise-3': { answered: 3, unanswered: 3 },
  'stock-valuation-2': { answered: 5, unanswered: 2 },
}

const cases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')) as PublishedCase)

/** Some are asked of a book, which takes its time. */
const answered = await Promise.all(
  cases.map(async (published) => {
    const answer = await kinds[published.kind]?.(published.inputs as never, published)
    return { ...published, answer: answer ?? { answers: {} } }
  }),
)

describe.each(answered)('the published case $id', ({ id, kind, expected, answer }) => {
  const { answers, unanswered = {} } = answer
  const ours = figuresOf(answers)
  const open = new Map([...figuresOf(expected)].filter(([path]) => path in unanswered))
  const checked = new Map([...figuresOf(expected)].filter(([path]) => !(path in unanswered)))

  it('is of a kind the program answers', () => {
    expect(Object.keys(kinds)).toContain(kind)
  })

  it.each([...checked])('says of %s: %s', (path, figure) => {
    expect(ours.get(path)).toEqual(figure)
  })

  it('has no figure that is neither answered nor listed with its reason', () => {
    expect({ answered: checked.size, unanswered: open.size }).toEqual(counts[id])
    for (const path of open.keys()) expect(unanswered[path]).toMatch(/.{20}/)
  })
})

it('every case that is counted is there', () => {
  expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(counts).sort())
})
