import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
  await book.close()
})

let counted = 0
const nextNumber = () => {
  counted += 1
  return `N-${counted}`
}

/** What people, spreadsheets and attackers put into a name. */
const nasty = fc.constantFrom(
  ...[
    '👩‍🌾',
    '🇮🇩',
    'e\u0301',
    'é',
    '\u202e',
    '\u200f',
    '\u200b',
    '\u200d',
    '\ud800',
    '\udfff',
    '\0',
    '\n',
    '\t',
    '\u0085',
  ],
  ...[
    "'; DROP TABLE member; --",
    '=cmd|calc',
    '+1',
    '-1',
    '@x',
    '"',
    "'",
    '\\',
    '%',
    '_',
    '<img src=x onerror=alert(1)>',
  ],
  ...['{{name}}', '__proto__', 'null', '\ufffd', '\uffff', 'ﷺ', 'سعاد', '١٢', 'İ', 'ﬁ', '１', ' ', '\u00a0', 'a', '1'],
)
const text = fc.oneof(
  fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const asked = { numRuns: 400 }

test('a name is kept exactly as it was typed, or refused; and whoever is kept is found by that name', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (name, hamlet) => {
      const number = nextNumber()
      const entered = book.api.members.create({ number, name, hamlet, sex: 'female', joinedOn: '2021-01-01' })
      const outcome = await entered.catch((error: { code: string }) => error)
      if ('code' in outcome) {
        expect(outcome.code).toBe('INVALID_INPUT')
        return
      }
      const member = await book.api.members.get({ memberId: outcome.memberId })
      expect([member.name, member.hamlet ?? '']).toEqual([name, hamlet].map((typed) => typed.normalize('NFC').trim()))
      const found = await book.api.members.list({ text: member.name, limit: 10_000 })
      expect(found.rows.map(({ memberId }) => memberId)).toContain(outcome.memberId)
    }),
    asked,
  )
})

test('a number is one number however it is looked at, or refused', async () => {
  const whole = await openTestBook()
  await fc.assert(
    fc.asyncProperty(text, async (number) => {
      const form = { name: 'Siti', sex: 'female', joinedOn: '2021-01-01' } as const
      const enter = () => whole.api.members.create({ number, ...form }).catch((error: { code: string }) => error)
      const outcome = await enter()
      if ('code' in outcome) {
        expect(['INVALID_INPUT', 'ALREADY_EXISTS']).toContain(outcome.code)
        return
      }
      expect(await enter()).toMatchObject({ code: 'ALREADY_EXISTS' })
    }),
    asked,
  )
  const { total } = await whole.api.members.list({})
  const seen: string[] = []
  for (let cursor: string | undefined; seen.length < total; ) {
    const page = await whole.api.members.list({ limit: 7, ...(cursor === undefined ? {} : { cursor }) })
    seen.push(...page.rows.map(({ memberId }) => memberId))
    cursor = page.nextCursor ?? undefined
    if (cursor === undefined) break
  }
  expect([seen.length, new Set(seen).size]).toEqual([total, total])
  expect((await whole.api.members.nextNumber({})).number).not.toBe('')
  expect(whole.bugs).toEqual([])
  await whole.close()
})

test('any search at all is answered or refused', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      for (const call of [book.api.members.list({ text: typed, limit: 5 }), book.api.search.find({ text: typed })]) {
        const outcome = await call.catch((error: { code: string }) => error)
        expect('rows' in outcome || outcome.code === 'INVALID_INPUT').toBe(true)
      }
    }),
    asked,
  )
})

test('any file at all is taken or refused, and a row that is taken is kept exactly', async () => {
  const heading = 'No anggota;Nama;L/P;Tgl masuk;Dusun\n'
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(text, text, async (name, garbage) => {
      const number = nextNumber()
      const csv = `${heading}${number};${quoted(name)};P;1/1/2021;\n${garbage}`
      const outcome = await book.api.members
        .import({ requestId: `import ${number}`, csv })
        .catch((error: { code: string; data: unknown }) => error)
      if ('code' in outcome) {
        expect(outcome.code).toBe('INVALID_INPUT')
        return
      }
      for (const memberId of outcome.memberIds) {
        const member = await book.api.members.get({ memberId })
        if (member.number !== number) continue
        const guarded = name.replace(/^\s*'(?=[=+\-@\t\r])/, '').replace(/\s*[\t\r\n]+\s*/g, ' ')
        expect(member.name).toBe(guarded.normalize('NFC').trim())
      }
    }),
    asked,
  )
})

test('ten million letters are refused everywhere, quickly and without being kept', async () => {
  const endless = 'x'.repeat(10_000_000)
  const member = { number: 'E-1', name: 'Siti', sex: 'female', joinedOn: '2021-01-01' } as const
  const calls = [
    book.api.members.create({ ...member, name: endless }),
    book.api.members.create({ ...member, note: endless }),
    book.api.members.list({ text: endless }),
    book.api.cooperative.update({ name: endless }),
    book.api.officers.set({ officers: [{ role: 'chair', name: endless }] }),
    book.api.search.find({ text: endless }),
    book.api.members.import({ requestId: 'endless', csv: endless }),
  ]
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
