import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { failureOf, failureSentence, issueSentence } from '../../../renderer/ui/failure.ts'
import { problemsOf } from '../../../renderer/ui/form/form-problems.ts'
import {
  amountSchema,
  countSchema,
  quantityOrZeroSchema,
  rateSchema,
  shareSchema,
} from '../../../shared/contract/fields.ts'
import { invalidInputOf } from '../../../shared/contract/issue-words.ts'
import { refusalCodes } from '../../../shared/errors.ts'
import { senMax } from '../../../shared/rules/money.ts'
import { quantityMax } from '../../../shared/rules/quantity.ts'

const lost = 'Program pencatat tidak menjawab.'

test('a refusal is said in the language of the screen, whatever the answer was written in', () => {
  const error = new ORPCError('CASH_BELOW_ZERO', {
    message: 'Not enough cash',
    data: { available: 50_000_00, short: 25_000_00, day: '2026-11-20' },
  })
  expect(failureSentence(failureOf(error), 'id', lost)).toBe(
    'Kas tidak cukup: tersedia Rp50.000, kurang Rp25.000 pada 20 November 2026. Catat dulu uang masuknya.',
  )
})

test('issues keep their path and word', () => {
  const data = { issues: [{ path: ['lines', 0, 'amount'], message: 'amount_not_positive' }] }
  expect(failureOf(new ORPCError('INVALID_INPUT', { data }))).toMatchObject({
    kind: 'refusal',
    issues: [{ path: 'lines.0.amount', word: 'amount_not_positive' }],
  })
})

test('what is too small, too large or too much is told with what is allowed', () => {
  const input = z.strictObject({
    ...{ months: countSchema(1, 600), rate: rateSchema, share: shareSchema, year: countSchema(1990, 2998) },
    ...{ packs: countSchema(1, 1_000_000), amount: amountSchema, counted: quantityOrZeroSchema },
  })
  const told = (typed: Record<string, unknown>) => {
    const found = input.partial().safeParse(typed).error?.issues ?? []
    const { reason = '', data } = invalidInputOf(found)
    const failure = failureOf(new ORPCError('INVALID_INPUT', { data: { reason, ...data } }))
    const shown = new Set(Object.keys(typed))
    const toSentence = (word: string, named: Readonly<Record<string, unknown>>) => issueSentence(word, 'id', named)
    return Object.fromEntries(problemsOf(failure, (path) => path, shown, toSentence).byPath)
  }
  // Each field its own bound, where several are refused at once.
  expect(told({ months: 0, year: 1989, packs: 1_000_001, rate: '1000.5', share: '101' })).toEqual({
    ...{ months: 'Paling kecil 1.', year: 'Paling kecil 1990.', packs: 'Paling besar 1.000.000.' },
    ...{ rate: 'Paling besar 1000%.', share: 'Paling besar 100%.' },
  })
  expect(told({ amount: senMax + 1, counted: quantityMax + 1 })).toEqual({
    amount: 'Jumlah uang ini terlalu besar. Paling banyak Rp90.000.000.000.000.',
    counted: 'Paling banyak 1.000.000.000.',
  })
  expect(told({ months: 601 })).toEqual({ months: 'Paling besar 600.' })
  // Beyond the machine's own numbers the bound of the field is not known, and none is invented.
  expect(told({ months: 1e300 })).toEqual({ months: 'Angka ini terlalu besar.' })
})

test('a bug shows its number and nothing of its inside', () => {
  const failure = failureOf(new ORPCError('INTERNAL', { message: 'no such column', data: { number: '004217' } }))
  const sentence = failureSentence(failure, 'id', lost)
  expect(sentence).toContain('004217')
  expect(sentence).not.toContain('column')
})

test.each([
  new TypeError('Failed to fetch'),
  new ORPCError('BACKEND_LOST'),
  new ORPCError('UNAUTHORIZED'),
  'something else',
])('%s means that nobody answers', (error) => {
  expect(failureSentence(failureOf(error), 'id', lost)).toBe(lost)
})

test('every code of the program is known as a refusal', () => {
  for (const code of refusalCodes) expect(failureOf(new ORPCError(code))).toMatchObject({ kind: 'refusal', code })
})

test('hostile data in an answer does no harm', () => {
  const data = { issues: [null, 7, { path: 'x' }, { message: 3 }] }
  expect(failureOf(new ORPCError('INVALID_INPUT', { data }))).toMatchObject({
    issues: [
      { path: '', word: 'invalid' },
      { path: '', word: 'invalid' },
    ],
  })
})

test('a word without a sentence gets the general one, never a code', () => {
  expect(issueSentence('required', 'id')).toBe('Isian ini harus diisi.')
  expect(issueSentence('no_such_word', 'id')).not.toContain('no_such_word')
})
