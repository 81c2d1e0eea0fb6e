import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProgramContent } from '../../shared/contract/program-file.ts'
import { programConsolidated, type ToldFile } from '../../shared/statements/program-consolidated.ts'
import { indicatorDefinitions } from '../../shared/statements/program-indicators.ts'
import { type CountedMember, dimensions, toldPeople } from '../../shared/statements/program-people.ts'

const nobody = { start: 0, end: 0 }

function memberOf(sex: CountedMember['sex'], isSaver = false): CountedMember {
  return { sex, birthDate: '1990-01-01', hardest: 1, returnee: 'returnee', isBorrower: false, isSaver }
}

/** What a cooperative with so many women and men tells of a quarter; `savers` of each of them save. */
function fileOf(
  id: string,
  quarter: string,
  [women, men]: readonly [number, number],
  savers: readonly [number, number] = [0, 0],
): ToldFile {
  const members = [
    ...Array.from({ length: women }, (_, index) => memberOf('female', index < savers[0])),
    ...Array.from({ length: men }, (_, index) => memberOf('male', index < savers[1])),
  ]
  const { total, groups } = toldPeople(members, '2026-09-30')
  const byGroup = dimensions.map((dimension) => [
    dimension,
    Object.fromEntries(groups[dimension].map(({ group, ...counts }) => [group, counts])),
  ])
  const place = { registrationNumber: null, village: null, district: null, regency: null, province: null }
  return {
    ...{ format: 'lumbung-program', version: 1, quarter, madeOn: '2026-10-05', keyCode: 'k' },
    cooperative: { id, name: `Koperasi ${id}`, ...place, kind: 'real' },
    book: { entries: 1, hash: 'a'.repeat(64), isFinal: true, hasAlarm: false },
    people: { total, ...(Object.fromEntries(byGroup) as Omit<ProgramContent['people'], 'total'>) },
    money: { assets: nobody, ownCapital: nobody, savings: nobody, loans: nobody, granted: 0 },
    definitions: indicatorDefinitions,
  }
}

const report = (...files: ToldFile[]) => JSON.stringify(programConsolidated({ language: 'id', files, code: '' }))

const pairs = Array.from({ length: 13 * 13 }, (_, index) => [index % 13, Math.trunc(index / 13)] as const)

test('from two cooperatives’ rows, their sum and their groups no group of fewer than five is reckoned back', () => {
  const told = new Map<string, { a: readonly [number, number]; b: readonly [number, number] }[]>()
  for (const a of pairs) {
    for (const b of pairs.filter((_, index) => index % 3 === 0)) {
      const key = report(fileOf('a', '2026-Q3', a), fileOf('b', '2026-Q3', b))
      told.set(key, [...(told.get(key) ?? []), { a, b }])
    }
  }
  for (const [, same] of told) {
    for (const whose of ['a', 'b'] as const) {
      for (const at of [0, 1]) {
        const possible = new Set(same.map((one) => one[whose][at]))
        const isSmall = same.some((one) => (one[whose][at] ?? 0) < 5)
        if (isSmall && possible.size === 1) expect.fail(JSON.stringify({ whose, at, same }))
      }
    }
  }
}, 120_000)

test('a sum of which a part is hidden is made of the told parts alone, so the hidden one is not total less the others', () => {
  const people = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 6 }), (cooperatives) => {
      const files = cooperatives.map((counts, index) => fileOf(`k${index}`, '2026-Q3', counts))
      const { rows } = programConsolidated({ language: 'id', files, code: '' })
      const total = rows.at(-1)
      for (const key of ['members', 'female', 'male', 'savers']) {
        const cells = rows.slice(0, -1).map((row) => row[key])
        const told = cells.filter((cell) => typeof cell === 'number')
        const sum = told.reduce((whole, cell) => whole + Number(cell), 0)
        const isWhole = told.length === cells.length
        expect(total?.[key]).toBe(isWhole ? sum : told.length === 0 ? '•' : `${sum} + •`)
      }
    }),
  )
})

test('of several quarters people are told of the last one alone: nothing is there to be taken from each other', () => {
  const before = fileOf('a', '2026-Q2', [20, 10])
  const after = fileOf('a', '2026-Q3', [22, 10])
  const { rows, after: parts = [] } = programConsolidated({ language: 'id', files: [after, before], code: '' })
  expect(rows[0]).toMatchObject({ members: 32, female: 22, quarters: 'TW 2/2026 - TW 3/2026' })
  expect(
    JSON.stringify([rows, parts.filter((part) => part.kind === 'table' && part.title.startsWith('Anggota'))]),
  ).not.toMatch(/\b(20|30)\b/)
})
