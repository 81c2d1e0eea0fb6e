import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewest, type Grouped, hideSmall, type Told } from '../../shared/rules/small-cells.ts'

/** Every way to count so many groups, each from nothing to `most[i]`. */
function everyCount(most: readonly number[]): number[][] {
  return most.reduce<number[][]>(
    (ways, limit) => ways.flatMap((way) => Array.from({ length: limit + 1 }, (_, count) => [...way, count])),
    [[]],
  )
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const cells = ({ total, groups }: Grouped): Told[] => [...groups, total]

test('no count below five is told, and what is told is true', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 7 }), (counts) => {
      const told = cells(hideSmall(counts))
      for (const [index, count] of [...counts, sum(counts)].entries()) {
        if (count < fewest) expect(told[index]).toBe('hidden')
        if (told[index] !== 'hidden') expect(told[index]).toBe(count)
      }
    }),
  )
})

test('where all are five or more, all are told', () => {
  expect(hideSmall([5, 60, 20])).toEqual({ total: 85, groups: [5, 60, 20] })
})

test('a single small group takes the next one with it, for the total tells it otherwise', () => {
  expect(hideSmall([3, 40, 42])).toEqual({ total: 85, groups: ['hidden', 'hidden', 42] })
  expect(hideSmall([40, 42, 3])).toEqual({ total: 85, groups: ['hidden', 42, 'hidden'] })
})

test('small groups that are five together stand beside each other; fewer take another with them', () => {
  expect(hideSmall([3, 2, 40, 40])).toEqual({ total: 85, groups: ['hidden', 'hidden', 40, 40] })
  expect(hideSmall([0, 0, 40, 45])).toEqual({ total: 85, groups: ['hidden', 'hidden', 'hidden', 45] })
})

test('a whole of fewer than five is not told at all', () => {
  expect(hideSmall([1, 3])).toEqual({ total: 'hidden', groups: ['hidden', 'hidden'] })
})

test('in every table of two to four groups a hidden count could be several numbers, even to who knows the rule', () => {
  for (const [size, most] of [
    [2, 40],
    [3, 22],
    [4, 20],
  ] as const) {
    const tables = everyCount(Array.from({ length: size }, () => most))
      .filter((counts) => sum(counts) <= most)
      .map((counts) => ({ told: cells(hideSmall(counts)), counts: [...counts, sum(counts)] }))
    const alike = Map.groupBy(tables, ({ told }) => JSON.stringify(told))
    for (const [key, same] of alike) {
      for (const [index, cell] of (JSON.parse(key) as Told[]).entries()) {
        if (cell !== 'hidden') continue
        expect(new Set(same.map(({ counts }) => counts[index])).size, `${key} ${index}`).toBeGreaterThan(1)
      }
    }
  }
})

test('what is hidden of members is hidden of a part of them, or it would narrow down how many members there are', () => {
  const members = hideSmall([3, 8, 9])
  expect(members.groups).toEqual(['hidden', 'hidden', 9])
  expect(hideSmall([3, 8, 2], members)).toEqual({ total: 13, groups: ['hidden', 'hidden', 'hidden'] })
})

/** The counts of members and of a part of them that all that is told of both allows. */
function possible(members: Grouped, part: Grouped, most: number): number[][] {
  const size = members.groups.length
  const fits = (counts: readonly number[], told: readonly Told[]) =>
    told.every((cell, index) => cell === 'hidden' || cell === counts[index])
  return everyCount(Array.from({ length: size }, () => most))
    .filter((counts) => fits([...counts, sum(counts)], cells(members)))
    .flatMap((counts) =>
      everyCount(counts)
        .filter((some) => fits([...some, sum(some)], cells(part)))
        .map((some) => [...counts, sum(counts), ...some, sum(some)]),
    )
}

test('nor can one be reckoned from members and a part of them told beside each other', () => {
  const pair = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 3 })
    .chain((members) => fc.tuple(fc.constant(members), fc.tuple(...members.map((max) => fc.integer({ min: 0, max })))))
  fc.assert(
    fc.property(pair, ([members, part]) => {
      const wider = hideSmall(members)
      const told = hideSmall(part, wider)
      const ways = possible(wider, told, members.length === 2 ? 20 : 12)
      for (const [index, cell] of [...cells(wider), ...cells(told)].entries()) {
        if (cell !== 'hidden') continue
        expect(new Set(ways.map((way) => way[index])).size, `cell ${index}`).toBeGreaterThan(1)
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)
