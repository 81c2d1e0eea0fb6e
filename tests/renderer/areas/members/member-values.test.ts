import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  hasMore,
  type MemberValues,
  memberInput,
  memberPaths,
  newMemberValues,
  valuesOf,
} from '../../../../renderer/areas/members/member-values.ts'
import { openTestBook, refusalOf, requestId, type TestBook, today } from '../../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const plain: MemberValues = { ...newMemberValues('001', today), name: 'Siti Aminah', sex: 'female' }

const full: MemberValues = {
  ...plain,
  nationalId: '3302265708800001',
  birthDate: '1980-08-17',
  hamlet: 'Krajan',
  rt: '02',
  rw: '01',
  phone: '081230000137',
  address: 'Jl. Melati 3',
  village: 'Sumberagung',
  district: 'Ngasem',
  occupation: 'Petani',
  note: 'Ketua kelompok',
  consentOn: today,
  bpjs: 'active',
  returneeStatus: 'returnee',
  returneeCountry: 'Hong Kong',
  returneeSector: 'Rumah tangga',
  returneeYears: '7',
  returnedOn: '2020-03-01',
  seeing: '2',
  walking: '1',
}

async function create(values: MemberValues): Promise<string> {
  const { memberId } = await book.api.members.create({ requestId: requestId(), ...memberInput(values) })
  return memberId
}

describe("a member's form", () => {
  test('with only what everybody is asked is taken, the rest stays unknown', async () => {
    const memberId = await create(plain)
    const member = await book.api.members.get({ memberId })
    expect(member).toMatchObject({ number: '001', name: 'Siti Aminah', hamlet: null, returnee: null, disability: null })
    expect(hasMore(valuesOf(member))).toBe(false)
  })

  test('filled in to the last field comes back as it was typed', async () => {
    const memberId = await create(full)
    const back = valuesOf(await book.api.members.get({ memberId, revealNationalId: true }))
    expect(back).toEqual(full)
    expect(hasMore(back)).toBe(true)
  })

  test('saved unchanged keeps the identity number that was shown hidden, emptied fields become unknown', async () => {
    const memberId = await create(full)
    const shown = valuesOf(await book.api.members.get({ memberId }))
    expect(shown.nationalId).toContain('*')
    const changed = { ...shown, phone: '', returneeStatus: '' as const, seeing: '', walking: '' }
    await book.api.members.update({ requestId: requestId(), memberId, ...memberInput(changed) })
    const after = await book.api.members.get({ memberId, revealNationalId: true })
    expect(after).toMatchObject({ nationalId: full.nationalId, phone: null, returnee: null, disability: null })
  })

  test('with a word for a number is refused at that field of the screen', async () => {
    const values = { ...full, returneeYears: 'tujuh' }
    const { code, data } = await refusalOf(book.api.members.create({ requestId: requestId(), ...memberInput(values) }))
    const [issue] = data.issues as { path: string[]; message: string }[]
    expect(code).toBe('INVALID_INPUT')
    expect(memberPaths[issue?.path.join('.') ?? '']).toBe('returneeYears')
  })

  test('left empty is refused at name and sex, with nothing saved', async () => {
    const { data } = await refusalOf(
      book.api.members.create({ requestId: requestId(), ...memberInput(newMemberValues('001', today)) }),
    )
    const paths = (data.issues as { path: string[] }[]).map(({ path }) => path.join('.'))
    expect(paths.sort()).toEqual(['name', 'sex'])
    expect((await book.api.members.list({})).total).toBe(0)
  })
})

test('looking at a list shows the rows that would be taken and takes none', async () => {
  const csv = 'No. anggota,Nama,L/P,Tanggal masuk\n1,Siti,P,2026-01-05\n2,,P,2026-01-05'
  const looked = await book.api.members.import({ requestId: requestId(), csv, dryRun: true })
  expect(looked.preview).toEqual([{ number: '1', name: 'Siti', sex: 'female', hamlet: null, joinedOn: '2026-01-05' }])
  expect((await book.api.members.list({})).total).toBe(0)
})
