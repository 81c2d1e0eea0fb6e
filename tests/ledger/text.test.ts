import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pick, type Random, seeded } from '../faults/random.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook()
})
afterAll(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  expect(book.bugs).toEqual([])
  await book.close()
})

function entry(description: string, memo?: string) {
  return {
    requestId: requestId(),
    date: '2026-03-01',
    description,
    lines: [
      { account: '11101', debit: 100, ...(memo === undefined ? {} : { memo }) },
      { account: '48106', credit: 100 },
    ],
  }
}

describe('words that look like something else are kept as they are', () => {
  const texts = [
    `'; DROP TABLE journal_entry; --`,
    `" OR 1=1 --`,
    'Robert"); DELETE FROM member;',
    '=cmd|/c calc!A1',
    '<script>alert(1)</script>',
    '%s %n #{1+1} {{name}}',
    'NULL',
    'Siti 👩‍👩‍👧‍👦 dan "Budi"',
    'Rp1.000,50',
    'عبد الرحمن',
    '\u0301a', // a mark with nothing before it
  ]

  test.each(texts)('%s', async (text) => {
    const { entryId } = await book.api.journal.post(entry(text, text))
    const { description, lines } = await book.api.journal.get({ entryId })
    expect([description, lines[0]?.memo]).toEqual([text.normalize('NFC'), text.normalize('NFC')])
    expect((await book.api.journal.list({ text: text.slice(0, 20) })).rows.length).toBeGreaterThan(0)
  })
})

describe('words that a file cannot keep, or that hide something, are refused', () => {
  const refused: readonly (readonly [shown: string, text: string, word: string])[] = [
    ['half a character', 'a\ud800b', 'broken_character'],
    ['a NUL that hides the rest', 'Kas\u0000 seratus', 'control_character'],
    ['a line break', 'Kas\nmasuk', 'control_character'],
    ['a tab', 'Kas\tmasuk', 'control_character'],
    ['letters that turn the direction', 'Kas \u202e001', 'direction_mark'],
    ['characters without width', 'Ka\u200bs', 'control_character'],
    ['501 characters', 'x'.repeat(501), 'too_long'],
    ['ten megabytes', 'x'.repeat(10_000_000), 'too_long'],
    ['only blanks', '   ', 'required'],
    ['nothing', '', 'required'],
  ]

  test.each(refused)('%s', async (_shown, text, word) => {
    const { code, data } = await refusalOf(book.api.journal.post(entry(text)))
    expect({ code, data }).toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ message: word }] } })
  })
})

test('500 characters of four bytes each fit', async () => {
  const { entryId } = await book.api.journal.post(entry('😀'.repeat(500)))
  expect((await book.api.journal.get({ entryId })).description).toBe('😀'.repeat(500))
})

test('3.000 random texts are each taken as they are or refused with a word, and the chain holds', async () => {
  const random = seeded(2_026)
  let taken = 0
  for (let number = 0; number < 3_000; number += 1) {
    const text = randomText(random)
    const answer = await book.api.journal.post(entry(text)).catch((error: { code: string }) => error)
    if ('entryId' in answer) {
      taken += 1
      if (number % 20 !== 0) continue
      const { description } = await book.api.journal.get({ entryId: answer.entryId })
      expect(description).toBe(text.normalize('NFC').trim())
    } else expect(answer.code).toBe('INVALID_INPUT')
  }
  expect(taken).toBeGreaterThan(500)
})

const alphabets: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0x00, 0x1f],
  [0xa0, 0x24f],
  [0x300, 0x36f],
  [0x590, 0x6ff],
  [0x2000, 0x206f],
  [0xd800, 0xdfff],
  [0xe000, 0xf8ff],
  [0x1f300, 0x1faff],
  [0xfff0, 0xffff],
]

function randomText(random: Random): string {
  const length = 1 + pick(random, 12)
  const usual = random() < 0.6
  return Array.from({ length }, () => {
    const [from, to] = alphabets[usual ? 0 : pick(random, alphabets.length)] ?? [0x20, 0x7e]
    return String.fromCodePoint(from + pick(random, to - from + 1))
  }).join('')
}
