import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { failureOf, failureSentence, issueSentence } from '../../../renderer/ui/failure.ts'
import { refusalCodes } from '../../../shared/errors.ts'

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
