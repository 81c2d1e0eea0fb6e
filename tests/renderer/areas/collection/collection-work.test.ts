import { describe, expect, test } from 'vitest'
import { CollectionWork } from '../../../../renderer/areas/collection/collection-work.ts'
import type { Sheet } from '../../../../renderer/areas/collection/sheet-columns.ts'
import { readPasted, readTyped } from '../../../../renderer/ui/fields/typed-money.ts'
import { senMax } from '../../../../shared/rules/money.ts'

const products = [
  { product: 'pokok', name: 'Simpanan pokok', kind: 'principal' },
  { product: 'wajib', name: 'Simpanan wajib', kind: 'mandatory' },
  { product: 'sukarela', name: 'Simpanan sukarela', kind: 'voluntary' },
]

function line(memberId: string, due: { readonly pokok?: number; readonly wajib?: number } = {}): Sheet['rows'][number] {
  const cell = (amount = 0) => ({ due: amount, arrears: 0, balance: 0, savingsAccountId: null })
  const savings = { pokok: cell(due.pokok), wajib: cell(due.wajib), sukarela: cell() }
  return { memberId, number: memberId, name: memberId, hamlet: null, savings, loans: [] }
}

const meeting: Sheet = {
  products,
  rows: [line('siti', { wajib: 50_000_00 }), line('budi', { pokok: 100_000_00, wajib: 50_000_00 }), line('ani')],
}

function openWork(sheet = meeting) {
  const work = new CollectionWork()
  work.setSheet(sheet)
  const type = (memberId: string, column: string, text: string) => work.type({ memberId, column }, readTyped(text))
  const told: string[] = []
  const listen = (topic: Parameters<CollectionWork['subscribe']>[0]) => work.subscribe(topic, () => told.push(topic))
  return { work, type, told, listen }
}

describe('typing a meeting', () => {
  test('a row, a kind and the whole sheet add up with every key, and a corrected figure replaces the first one', () => {
    const { work, type } = openWork()
    for (const text of ['5', '50', '500', '5.000', '50.000']) type('siti', 'wajib', text)
    type('siti', 'sukarela', '25.000')
    type('budi', 'wajib', '60.000')
    type('budi', 'wajib', '50.000')
    expect(work.rowTotal('siti')).toBe(75_000_00)
    expect(work.totals()).toMatchObject({ total: 125_000_00, members: 2 })
    expect([...work.totals().byColumn]).toEqual([
      ['pokok', 0],
      ['wajib', 100_000_00],
      ['sukarela', 25_000_00],
    ])
    type('budi', 'wajib', '')
    expect(work.totals()).toMatchObject({ total: 75_000_00, members: 1 })
  })

  test('a key tells its own row and the foot, no other row and no other box', () => {
    const { type, told, listen } = openWork()
    for (const topic of ['row siti', 'row budi', 'foot', 'boxes'] as const) listen(topic)
    type('siti', 'wajib', '5')
    expect(told.sort()).toEqual(['foot', 'row siti'])
  })

  test('sums wait until the hand rests, but are up to date inside, and leaving the box shows them', () => {
    const waiting: (() => void)[] = []
    const work = new CollectionWork((tell) => waiting.push(tell))
    work.setSheet(meeting)
    const told: string[] = []
    for (const topic of ['row siti', 'foot'] as const) work.subscribe(topic, () => told.push(topic))
    work.type({ memberId: 'siti', column: 'wajib' }, readTyped('5'))
    work.type({ memberId: 'siti', column: 'wajib' }, readTyped('50.000'))
    expect([told, work.rowTotal('siti')]).toEqual([[], 50_000_00])
    work.setActive({ memberId: 'budi', column: 'wajib' })
    expect(told.sort()).toEqual(['foot', 'row siti'])
    for (const tell of waiting) tell()
    expect(told).toHaveLength(2)
  })

  test('a figure that means two amounts is told at once, so that Enter goes to its question', () => {
    const work = new CollectionWork(() => {})
    work.setSheet(meeting)
    let told = 0
    work.subscribe('any', () => {
      told += 1
    })
    work.type({ memberId: 'siti', column: 'wajib' }, readTyped('1'))
    expect(told).toBe(0)
    work.type({ memberId: 'siti', column: 'wajib' }, readPasted('1,000'))
    expect(told).toBe(1)
    work.type({ memberId: 'siti', column: 'wajib' }, readTyped('1'))
    expect(told).toBe(2)
  })

  test('money for what is paid once and paid up is a doubt', () => {
    const { work, type } = openWork({
      products,
      rows: [
        {
          ...line('siti'),
          savings: {
            ...line('siti').savings,
            pokok: { due: 0, arrears: 0, balance: 100_000_00, savingsAccountId: 'a' },
          },
        },
        line('budi', { pokok: 100_000_00 }),
      ],
    })
    type('siti', 'pokok', '25.000')
    type('siti', 'sukarela', '25.000')
    type('budi', 'pokok', '100.000')
    const doubts = [{ cell: { memberId: 'siti', column: 'pokok' }, amount: 25_000_00 }]
    expect(work.paidUp()).toEqual(doubts)
    const paid = { due: 0, arrears: 0, balance: 100_000_00, savingsAccountId: 'b' }
    work.setSheet({
      products,
      rows: [line('siti'), { ...line('budi'), savings: { ...line('budi').savings, pokok: paid } }],
    })
    expect(work.paidUp()).toEqual(doubts)
  })

  test('what is sent are the members who paid, in the order of the paper form', () => {
    const { work, type } = openWork()
    type('ani', 'sukarela', '10.000')
    type('siti', 'wajib', '50.000')
    type('budi', 'wajib', '0')
    expect(work.collected()).toEqual([
      { memberId: 'siti', savings: { wajib: 50_000_00 }, loans: [] },
      { memberId: 'ani', savings: { sukarela: 10_000_00 }, loans: [] },
    ])
  })

  test('a figure that would burst the total is marked and counts for nothing', () => {
    const { work, type } = openWork()
    const largest = String(senMax / 100)
    type('siti', 'wajib', largest)
    type('budi', 'wajib', largest)
    expect(work.typedAt({ memberId: 'budi', column: 'wajib' })).toMatchObject({ amount: null, problem: 'too_large' })
    expect(work.totals().total).toBe(senMax)
    expect(work.firstUnread()).toEqual({ memberId: 'budi', column: 'wajib' })
  })

  test('a pasted figure that means two amounts holds saving back until it is answered', () => {
    const { work } = openWork()
    const cell = { memberId: 'siti', column: 'wajib' }
    work.type(cell, readPasted('1,000'))
    expect(work.firstUnread()).toEqual(cell)
    expect(work.totals().total).toBe(0)
    work.answer(cell, 1_000_00)
    expect(work.firstUnread()).toBeUndefined()
    expect(work.totals().total).toBe(1_000_00)
  })

  test('ten times what is due is doubted, nine times and savings without a due are not', () => {
    const { work, type } = openWork()
    type('siti', 'wajib', '500.000')
    type('budi', 'wajib', '450.000')
    type('ani', 'sukarela', '9.000.000')
    expect(work.tenTimes()).toEqual([
      { cell: { memberId: 'siti', column: 'wajib' }, amount: 500_000_00, usual: 50_000_00 },
    ])
  })
})

describe('filling in what is due', () => {
  test('empty boxes get what is due, typed ones stay, and undoing empties only what was filled', () => {
    const { work, type } = openWork()
    type('siti', 'wajib', '20.000')
    const filled = work.fillDue(meeting.rows)
    expect(filled).toEqual([
      { memberId: 'budi', column: 'pokok' },
      { memberId: 'budi', column: 'wajib' },
    ])
    expect(work.totals()).toMatchObject({ total: 170_000_00, members: 2 })
    work.clear(filled)
    expect(work.totals()).toMatchObject({ total: 20_000_00, members: 1 })
  })

  test('an unreadable text is not written over', () => {
    const { work } = openWork()
    work.type({ memberId: 'siti', column: 'wajib' }, readPasted('lima puluh'))
    work.fillDue(meeting.rows)
    expect(work.typedAt({ memberId: 'siti', column: 'wajib' }).text).toBe('lima puluh')
  })

  test('the boxes on the screen are told, and a member who is absent is emptied in one go', () => {
    const { work, told, listen } = openWork()
    listen('boxes')
    work.fillDue(meeting.rows)
    work.clearRow('budi')
    expect(told).toEqual(['boxes', 'boxes'])
    expect(work.rowTotal('budi')).toBe(0)
    expect(work.totals().total).toBe(50_000_00)
  })
})

describe('another day', () => {
  test('who is not on the sheet of the day counts for nothing, and comes back with the figures', () => {
    const { work, type } = openWork()
    type('siti', 'wajib', '50.000')
    type('ani', 'sukarela', '10.000')
    work.setSheet({ products, rows: [line('siti')] })
    expect(work.totals()).toMatchObject({ total: 50_000_00, members: 1 })
    expect(work.collected().map(({ memberId }) => memberId)).toEqual(['siti'])
    work.setSheet(meeting)
    expect(work.totals()).toMatchObject({ total: 60_000_00, members: 2 })
  })

  test('an empty sheet is no typed work, one figure is', () => {
    const { work, type } = openWork()
    expect(work.isDirty()).toBe(false)
    type('siti', 'wajib', '5')
    expect(work.isDirty()).toBe(true)
    type('siti', 'wajib', '')
    expect(work.isDirty()).toBe(false)
  })
})

describe('loans of the members', () => {
  const loan = (loanId: string, due: number) => {
    return { loanId, number: loanId, due, outstanding: 1_000_000_00, penalty: 0, held: 0 }
  }
  const lent: Sheet = {
    products,
    rows: [
      { ...line('siti', { wajib: 50_000_00 }), loans: [loan('P-1', 115_000_00), loan('P-2', 0)] },
      { ...line('budi'), loans: [loan('P-3', 230_000_00)] },
      line('ani'),
    ],
  }

  test('are filled in with what is due, and sent beside the savings', () => {
    const { work, type } = openWork(lent)
    const filled = work.fillDue(lent.rows)
    expect(filled.map(({ memberId, column }) => [memberId, column])).toEqual([
      ['siti', 'wajib'],
      ['siti', ' loan 1'],
      ['budi', ' loan 1'],
    ])
    type('siti', ' loan 2', '80.000')
    expect(work.totals().total).toBe(475_000_00)
    expect(work.collected()).toEqual([
      {
        memberId: 'siti',
        savings: { wajib: 50_000_00 },
        loans: [
          { loanId: 'P-1', amount: 115_000_00 },
          { loanId: 'P-2', amount: 80_000_00 },
        ],
      },
      { memberId: 'budi', savings: {}, loans: [{ loanId: 'P-3', amount: 230_000_00 }] },
    ])
  })

  test('ten times an instalment is doubted', () => {
    const { work, type } = openWork(lent)
    type('siti', ' loan 1', '1.150.000')
    expect(work.tenTimes().map(({ cell }) => cell)).toEqual([{ memberId: 'siti', column: ' loan 1' }])
  })

  test('keep what was typed for them when they stand in another place on another day', () => {
    const { work, type } = openWork(lent)
    type('siti', ' loan 2', '80.000')
    work.setSheet({ products, rows: [{ ...line('siti'), loans: [loan('P-2', 0)] }] })
    expect(work.typedAt({ memberId: 'siti', column: ' loan 1' }).amount).toBe(80_000_00)
    expect(work.collected()).toEqual([{ memberId: 'siti', savings: {}, loans: [{ loanId: 'P-2', amount: 80_000_00 }] }])
    work.setSheet({ products, rows: [{ ...line('siti'), loans: [loan('P-1', 0)] }] })
    expect(work.collected()).toEqual([])
  })

  test('where a penalty is owed what its box says is sent beside the instalment, nothing too', () => {
    const late = { ...loan('P-1', 115_000_00), penalty: 11_800_00 }
    const { work, type } = openWork({ products, rows: [{ ...line('siti'), loans: [late, loan('P-2', 0)] }] })
    expect(work.fillDue([{ ...line('siti'), loans: [late] }])).toEqual([
      { memberId: 'siti', column: ' loan 1' },
      { memberId: 'siti', column: ' penalty 1' },
    ])
    type('siti', ' loan 2', '5.000')
    const sent = () => work.collected().flatMap(({ loans }) => loans)
    expect(sent()).toEqual([
      { loanId: 'P-1', amount: 115_000_00, penalty: 11_800_00 },
      { loanId: 'P-2', amount: 5_000_00 },
    ])
    expect(work.totals().total).toBe(131_800_00)
    type('siti', ' penalty 1', '')
    expect(sent()[0]).toEqual({ loanId: 'P-1', amount: 115_000_00, penalty: 0 })
    type('siti', ' loan 1', '')
    type('siti', ' penalty 1', '1.800')
    expect(sent()[0]).toEqual({ loanId: 'P-1', penalty: 1_800_00 })
    type('siti', ' penalty 1', '')
    expect(sent()).toEqual([{ loanId: 'P-2', amount: 5_000_00 }])
  })
})
