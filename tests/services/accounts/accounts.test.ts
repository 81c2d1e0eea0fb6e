import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../shared/contract/index.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

type Form = Inputs['accounts']['create']
const secondBank: Form = { code: '11202', nameId: 'Bank BRI', type: 'asset', normal: 'debit', parent: '11000' }
const create = (changes: Partial<Form> = {}) => book.api.accounts.create({ ...secondBank, ...changes })

async function post(debit: string, credit: string, amount: number, more: object = {}) {
  const lines = [
    { account: debit, debit: amount, ...more },
    { account: credit, credit: amount },
  ]
  return book.api.journal.post({ requestId: requestId(), date: '2026-01-05', description: 'Catatan', lines })
}

describe('the list', () => {
  test('it has the whole chart, or what is in use, or what takes entries', async () => {
    await book.api.accounts.deactivate({ code: '52203' })
    const all = (await book.api.accounts.list({})).rows
    const active = (await book.api.accounts.list({ activeOnly: true })).rows
    const postable = (await book.api.accounts.list({ activeOnly: true, postableOnly: true })).rows
    expect(all).toHaveLength(212)
    expect(active).toHaveLength(211)
    expect(postable.every((account) => account.postable && account.active)).toBe(true)
    expect(all.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toSorted())
    expect(all.find(({ code }) => code === '31101')).toEqual({
      ...{ code: '31101', nameId: 'Simpanan pokok', nameEn: 'Principal savings', type: 'equity', normal: 'credit' },
      ...{
        parent: '31000',
        postable: true,
        subledger: 'savings',
        cashFlow: 'financing',
        cashFlowLine: 'FIN_PRINCIPAL',
      },
      ...{ reportLine: 'E01', note: 'Equal for all; once; back only on exit', active: true },
    })
  })
})

describe('a new account', () => {
  test('takes over from its neighbours where its entries appear, and takes entries at once', async () => {
    const account = await create()
    expect(account).toMatchObject({
      nameEn: 'Bank BRI',
      postable: true,
      cashFlow: 'cash',
      reportLine: 'A01',
      note: null,
    })
    const posted = await post('11202', '48106', 10_000_00)
    expect(posted.voucher).toBe('BM-2026-0001')
  })

  test('may name a cash-flow line and a statement line of its type, and a card', async () => {
    const given = { cashFlow: 'operating', cashFlowLine: 'OP_OTHER', reportLine: 'A12', subledger: 'person' } as const
    const advance = { code: '14205', nameId: 'Kasbon', nameEn: 'Advances', parent: '14000', note: 'Kecil', ...given }
    expect(await create(advance)).toMatchObject(advance)
  })

  test('with a code of the chart exists already', async () => {
    expect(await refusalOf(create({ code: '11201' }))).toMatchObject({
      code: 'ALREADY_EXISTS',
      data: { reason: 'account_code', account: '11201', issues: [{ path: ['code'] }] },
    })
  })

  test.each<[string, Partial<Form>, string, string]>([
    ['a code of another class', { code: '21999' }, 'code', 'code_of_other_class'],
    ['a code outside its heading', { code: '12202' }, 'code', 'code_outside_parent'],
    ['no such heading', { parent: '11900' }, 'parent', 'parent_unknown'],
    ['a heading that takes entries', { parent: '11101' }, 'parent', 'parent_not_heading'],
    ['a heading of another type', { parent: '21000' }, 'parent', 'parent_of_other_type'],
    ['a card no such account has', { subledger: 'savings' }, 'subledger', 'subledger_of_other_type'],
    ['money that is no cash', { cashFlow: 'operating' }, 'cashFlow', 'cash_flow_of_other_type'],
    ['an unknown cash-flow line', { cashFlowLine: 'XYZ' }, 'cashFlowLine', 'cash_flow_line_unknown'],
    ['an unknown statement line', { reportLine: 'Z99' }, 'reportLine', 'report_line_unknown'],
    ['four digits', { code: '1120' }, 'code', 'not_an_account_code'],
    ['no name', { nameId: ' ' }, 'nameId', 'required'],
    ['half a letter', { nameId: 'Bank\udfff' }, 'nameId', 'broken_character'],
  ])('with %s is refused at its field', async (_, changes, field, reason) => {
    const { code, data } = await refusalOf(create(changes))
    expect([code, data.reason]).toEqual(['INVALID_INPUT', reason])
    expect(data.issues).toMatchObject([{ path: [field], message: reason }])
    expect((await book.api.accounts.list({})).rows).toHaveLength(212)
  })
})

describe('changing an account', () => {
  test('its name changes, its code, type and side stay', async () => {
    const renamed = await book.api.accounts.update({ code: '11201', nameId: 'Bank BRI Unit Talun', nameEn: 'BRI' })
    expect(renamed).toMatchObject({ code: '11201', nameId: 'Bank BRI Unit Talun', nameEn: 'BRI', reportLine: 'A01' })
    expect((await book.api.accounts.update({ code: '11201', note: 'Rek. 0021' })).nameId).toBe('Bank BRI Unit Talun')
    expect((await book.api.accounts.update({ code: '11201', note: null })).note).toBeNull()
    const type = { code: '11201', type: 'liability' } as unknown as { code: string }
    expect((await refusalOf(book.api.accounts.update(type))).code).toBe('INVALID_INPUT')
  })

  test('it moves to another line of the same statement only', async () => {
    expect((await book.api.accounts.update({ code: '52203', reportLine: 'H25' })).reportLine).toBe('H25')
    for (const [change, reason] of [
      [{ reportLine: 'A01' }, 'report_line_unknown'],
      [{ reportLine: null }, 'report_line_unknown'],
      [{ cashFlowLine: 'FIN_PRINCIPAL' }, 'cash_flow_line_unknown'],
    ] as const)
      expect((await refusalOf(book.api.accounts.update({ code: '52203', ...change }))).data).toMatchObject({ reason })
    expect((await refusalOf(book.api.accounts.update({ code: '52000', reportLine: 'H25' }))).data).toMatchObject({
      reason: 'heading_has_no_line',
    })
  })

  test('an account that is not there is not found', async () => {
    const unknown = { code: 'NOT_FOUND', message: 'Akun 11999 tidak ada di bagan akun.' }
    expect(await refusalOf(book.api.accounts.update({ code: '11999', nameId: 'X' }))).toMatchObject(unknown)
    expect(await refusalOf(book.api.accounts.deactivate({ code: '11999' }))).toMatchObject(unknown)
  })
})

describe('taking an account out of use', () => {
  test('it takes no entries until it is taken back into use', async () => {
    expect((await book.api.accounts.deactivate({ code: '52203' })).active).toBe(false)
    expect((await book.api.accounts.deactivate({ code: '52203' })).active).toBe(false)
    await post('11101', '48106', 10_000_00)
    expect((await refusalOf(post('52203', '11101', 1_00))).data).toMatchObject({ reason: 'account_inactive' })
    await book.api.accounts.update({ code: '52203', active: true })
    expect((await post('52203', '11101', 1_00)).voucher).toBe('BM-2026-0002')
  })

  const reasonOf = async (code: string) => (await refusalOf(book.api.accounts.deactivate({ code }))).data

  test('it is refused while it carries a balance, which is told', async () => {
    await post('11201', '48106', 10_000_00)
    const refusal = await refusalOf(book.api.accounts.deactivate({ code: '48106' }))
    expect(refusal).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'account_has_balance', balance: 10_000_00 },
      message: 'Akun 48106 masih bersaldo Rp10.000. Pindahkan dulu saldonya.',
    })
    await post('48106', '11201', 10_000_00)
    expect((await book.api.accounts.deactivate({ code: '48106' })).active).toBe(false)
  })

  test('it is refused while units hold opposite balances on it', async () => {
    await post('14204', '48106', 5_000_00, { unit: 'shop' })
    await post('48106', '14204', 5_000_00)
    expect(await reasonOf('14204')).toMatchObject({ reason: 'account_has_balance', balance: 0 })
  })

  test('it is refused while cards on it are open, also when they cancel out', async () => {
    const { database } = book.desk.app().file
    database.exec("INSERT INTO person (id, code, name) VALUES ('one', 'P1', 'Petugas 1'), ('other', 'P2', 'Petugas 2')")
    await book.api.journal.post({
      requestId: requestId(),
      date: '2026-01-05',
      description: 'Salah kartu',
      lines: [
        { account: '16106', debit: 5_000_00, personId: 'one' },
        { account: '16106', credit: 5_000_00, personId: 'other' },
      ],
    })
    expect(await reasonOf('16106')).toMatchObject({ reason: 'account_has_balance', balance: 0 })
  })

  test.each(['11101', '19901', '36901', '48105', '58102'])('%s stays, the program itself posts to it', async (code) => {
    expect(await reasonOf(code)).toMatchObject({ reason: 'account_of_program', account: code })
  })

  test('the account of a savings product in use stays', async () => {
    expect(await reasonOf('31102')).toMatchObject({ reason: 'account_of_product', product: 'wajib' })
  })

  test('a heading stays while accounts below it are in use', async () => {
    expect(await reasonOf('12000')).toMatchObject({ reason: 'account_has_accounts', below: '12101' })
    await book.api.accounts.deactivate({ code: '12101' })
    expect((await book.api.accounts.deactivate({ code: '12000' })).active).toBe(false)
  })
})

describe('a chart file', () => {
  const columns = 'code,name_id,name_en,type,normal,parent,postable,subledger,cash_flow,cash_flow_line,report_line,note'
  const bring = (...lines: string[]) => book.api.accounts.import({ csv: lines.join('\r\n') })

  test('adds headings before the accounts below them, whatever their order in the file', async () => {
    const answer = await bring(
      columns,
      '54101,"Pupuk, bibit",Seed,expense,debit,54000,yes,,operating,OP_EXPENSES,H25,',
      '54000,Beban kebun,Farm expenses,expense,debit,50000,no,,none,,,',
      '',
      '54102,Upah kebun,,expense,debit,54000,,,,,,',
    )
    expect(answer).toEqual({ imported: 3, refused: [] })
    const added = (await book.api.accounts.list({})).rows.filter(({ code }) => code.startsWith('54'))
    expect(added).toMatchObject([
      { code: '54000', postable: false, cashFlow: 'none', reportLine: null },
      { code: '54101', nameId: 'Pupuk, bibit', cashFlowLine: 'OP_EXPENSES', reportLine: 'H25' },
      { code: '54102', nameEn: 'Upah kebun', cashFlowLine: 'OP_EXPENSES', reportLine: 'H25' },
    ])
  })

  test('its own chart adds nothing: each row exists', async () => {
    const csv = readFileSync(new URL('../../rules/chart-of-accounts.csv', import.meta.url), 'utf8')
    const { imported, refused } = await book.api.accounts.import({ csv })
    expect([imported, refused.length]).toEqual([0, 212])
    expect(refused.every(({ reason }) => reason === 'account_code_taken')).toBe(true)
    expect(refused.map(({ line }) => line)).toEqual(refused.map((_, index) => index + 2))
  })

  test.each([
    ['11201,Bank,,asset,debit,11000', 'code', 'account_code_taken'],
    ['1120,Bank,,asset,debit,11000', 'code', 'not_an_account_code'],
    ['11209,,,asset,debit,11000', 'name_id', 'required'],
    ['11209,Bank,,aset,debit,11000', 'type', 'not_in_list'],
    ['11209,Bank,,asset,kiri,11000', 'normal', 'not_in_list'],
    ['11209,Bank,,asset,debit,11900', 'parent', 'parent_unknown'],
    ['11209,Bank,,asset,debit,11000,mungkin', 'postable', 'not_in_list'],
    ['11209,Bank,,asset,debit,11000,yes,savings', 'subledger', 'subledger_of_other_type'],
    ['11209,Bank,,asset,debit,11000,yes,,operating', 'cash_flow', 'cash_flow_of_other_type'],
    ['11209,Bank,,asset,debit,11000,yes,,cash,,L01', 'report_line', 'report_line_unknown'],
  ])('the row %s is refused by its line and column, the next comes in', async (row, column, reason) => {
    const answer = await bring(columns, row, '11208,Bank BNI,,asset,debit,11000')
    expect(answer.imported).toBe(1)
    expect(answer.refused).toMatchObject([{ line: 2, reason, data: { column } }])
  })

  test('a code that stands twice comes in once', async () => {
    const answer = await bring(columns, '11209,Bank A,,asset,debit,11000', '11209,Bank B,,asset,debit,11000')
    expect(answer).toMatchObject({ imported: 1, refused: [{ line: 3, reason: 'account_code_taken' }] })
  })

  test.each([
    ['code;nama', 'columns_missing'],
    [`${columns}\n"11209`, 'quote_open'],
  ])('the file %j is refused as a whole', async (csv, reason) => {
    expect((await refusalOf(book.api.accounts.import({ csv }))).data).toMatchObject({
      ...{ reason, issues: [{ path: ['csv'] }] },
    })
  })
})
