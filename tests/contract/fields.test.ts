import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  amountSchema,
  countSchema,
  dateSchema,
  monthSchema,
  nameSchema,
  quantitySchema,
  rateSchema,
  requestIdSchema,
  senOrZeroSchema,
  senSchema,
  textSchema,
} from '../../shared/contract/fields.ts'

/** The words of all issues, joined: one word means one problem was told. */
function problem(schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value)
  return result.success ? 'ok' : result.error.issues.map(({ message }) => message).join()
}

describe('amounts', () => {
  const refused: [unknown, string][] = [
    [0, 'amount_not_positive'],
    [-0, 'amount_not_positive'],
    [-1, 'amount_not_positive'],
    [9_000_000_000_000_001, 'amount_too_large'],
    [Number.MAX_SAFE_INTEGER + 1, 'amount_too_large'],
    [1e300, 'amount_too_large'],
    [0.5, 'not_whole'],
    [1.5, 'not_whole'],
    [Number.NaN, 'not_whole'],
    [Number.POSITIVE_INFINITY, 'not_whole'],
    ['1000', 'not_whole'],
    ['1e3', 'not_whole'],
    ['1.000,50', 'not_whole'],
    [1n, 'not_whole'],
    [[1], 'not_whole'],
    [null, 'not_whole'],
    [undefined, 'required'],
  ]
  it.each(refused)('an amount of %s is refused as %s', (value, word) => {
    expect(problem(amountSchema, value)).toBe(word)
  })

  it('one sen and nine quadrillion sen are amounts', () => {
    expect(amountSchema.parse(1)).toBe(1)
    expect(amountSchema.parse(9e15)).toBe(9e15)
  })

  it('a signed figure may be negative or zero, within the same bound', () => {
    expect([-9e15, -1, 0, 9e15].map((value) => problem(senSchema, value))).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect([-9e15 - 1, 9e15 + 1].map((value) => problem(senSchema, value))).toEqual([
      'amount_too_large',
      'amount_too_large',
    ])
    expect([0, -1].map((value) => problem(senOrZeroSchema, value))).toEqual(['ok', 'amount_negative'])
  })

  it('minus zero is stored as zero', () => {
    expect(Object.is(senSchema.parse(-0), 0)).toBe(true)
    expect(Object.is(senOrZeroSchema.parse(-0), 0)).toBe(true)
  })

  it('quantities and counts are whole and bounded', () => {
    expect([1, 0, 1.5].map((value) => problem(quantitySchema, value))).toEqual([
      'ok',
      'quantity_not_positive',
      'not_whole',
    ])
    expect([1, 12, 0, 13].map((value) => problem(countSchema(1, 12), value))).toEqual([
      'ok',
      'ok',
      'too_small',
      'too_large',
    ])
  })
})

describe('dates and months', () => {
  it.each(['2026-11-20', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('%s is a day', (date) => {
    expect(problem(dateSchema, date)).toBe('ok')
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '3000-01-01',
    '2026-1-1',
    '20/11/2026',
    ' 2026-11-20',
    '2026-11-20\n',
    '2026-11-20T00:00:00Z',
    '',
    20261120,
    null,
  ])('%j is no day', (date) => {
    expect(problem(dateSchema, date)).toBe('not_a_date')
  })

  it('a month is year and month alone', () => {
    expect(
      ['2026-01', '2026-12', '2026-13', '2026-00', '2026-01-01', '2026'].map((m) => problem(monthSchema, m)),
    ).toEqual(['ok', 'ok', 'not_a_month', 'not_a_month', 'not_a_month', 'not_a_month'])
  })
})

describe('rates', () => {
  it.each(['0', '1.5', '0.75', '1000', '1000.00', '12.12345678'])('%s percent is a rate', (rate) => {
    expect(rateSchema.parse(rate)).toBe(rate)
  })

  it.each(['-1', '1,5', '.5', '5.', '1e2', '01', '', ' 1', '1.123456789', 'NaN', 1.5, '10000'])(
    '%j is no rate',
    (rate) => {
      expect(problem(rateSchema, rate)).toBe('not_a_rate')
    },
  )

  it('above a thousand percent is refused', () => {
    expect(problem(rateSchema, '1000.01')).toBe('rate_too_large')
  })
})

describe('text', () => {
  const name = nameSchema()
  it.each(['Siti Aminah', "D'Souza; DROP TABLE member;--", '=cmd|calc', 'Bu "Yuli" 👩‍🌾', 'نور', '李', '-'])(
    'the name %s is taken as it is',
    (text) => {
      expect(name.parse(text)).toBe(text)
    },
  )

  it.each([
    ['', 'required'],
    ['   ', 'required'],
    ['\u200d', 'required'],
    ['Siti\u0000', 'control_character'],
    ['Siti\tAminah', 'control_character'],
    ['Siti\nAminah', 'control_character'],
    ['Siti\u2028Aminah', 'control_character'],
    ['Siti\u200bAminah', 'control_character'],
    ['Siti\u202eAminah', 'direction_mark'],
    ['Siti\u200fAminah', 'direction_mark'],
    ['Siti\u2066Aminah', 'direction_mark'],
    ['Siti \ud83d', 'broken_character'],
    ['\udc00Siti', 'broken_character'],
    ['a'.repeat(121), 'too_long'],
    ['a'.repeat(10_000_000), 'too_long'],
    [7, 'not_text'],
    [undefined, 'required'],
  ])('%j is refused as %s', (text, word) => {
    expect(problem(name, text)).toBe(word)
  })

  it('names are trimmed and composed, so that the same name is found again', () => {
    expect(name.parse('  Rene\u0301e ')).toBe('Ren\u00e9e')
  })

  it('length counts characters as people and SQLite do, so 120 pictures are 120', () => {
    expect(problem(name, '👍'.repeat(120))).toBe('ok')
    expect(problem(name, '👍'.repeat(121))).toBe('too_long')
    expect(problem(name, 'e\u0301'.repeat(120))).toBe('ok')
  })

  it('a memo may stay empty', () => {
    expect(textSchema(500).parse('  ')).toBe('')
  })

  it('whatever is typed is refused or comes out stable, composed and short enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const result = name.safeParse(text)
        if (!result.success) return result.error.issues.length === 1
        const kept = result.data
        return (
          name.parse(kept) === kept && kept.isWellFormed() && kept.normalize('NFC') === kept && [...kept].length <= 120
        )
      }),
      { numRuns: 3000 },
    )
  })
})

describe('request ids', () => {
  it('any string of up to 64 characters is kept exactly', () => {
    for (const id of ['1', ' a ', 'a'.repeat(64), '👍'.repeat(64)]) expect(requestIdSchema.parse(id)).toBe(id)
  })

  it.each([
    ['', 'required'],
    ['a'.repeat(65), 'too_long'],
    ['👍'.repeat(65), 'too_long'],
    ['\ud83d', 'broken_character'],
    ['a\u0000', 'control_character'],
    [1, 'not_text'],
    [undefined, 'required'],
  ])('%j is refused as %s', (id, word) => {
    expect(problem(requestIdSchema, id)).toBe(word)
  })
})

describe('what a schema tells', () => {
  it('an unknown key, a wrong kind and a word outside the list have words too', () => {
    const schema = z.strictObject({ method: z.enum(['lowest', 'daily']), days: z.boolean().optional() })
    expect(problem(schema, { method: 'lowest', colour: 'red' })).toBe('unknown_key')
    expect(problem(schema, { method: 'LOWEST' })).toBe('not_in_list')
    expect(problem(schema, { method: 'lowest', days: 3 })).toBe('not_boolean')
    expect(problem(schema, [])).toBe('not_object')
    expect(problem(schema, {})).toBe('required')
    expect(problem(z.union([z.string(), z.number()]), null)).toBe('no_alternative_fits')
  })

  it('every field has a JSON Schema with its bounds', () => {
    expect(z.toJSONSchema(amountSchema, { io: 'input' })).toMatchObject({ type: 'integer', minimum: 1, maximum: 9e15 })
    expect(z.toJSONSchema(nameSchema(80), { io: 'input' })).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 80,
    })
    expect(z.toJSONSchema(textSchema(500))).toMatchObject({ type: 'string', maxLength: 500 })
    expect(z.toJSONSchema(requestIdSchema)).toMatchObject({ minLength: 1, maxLength: 64 })
    expect(z.toJSONSchema(dateSchema)).toMatchObject({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
    for (const schema of [senSchema, senOrZeroSchema, quantitySchema, monthSchema, rateSchema]) {
      expect(z.toJSONSchema(schema).type).toMatch(/integer|string/)
    }
  })
})
