import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageAt, type CalendarDate, isDate } from '../../shared/calendar.ts'
import { type MemberIdNumberInput, memberIdNumber } from '../../shared/rules/member-id-number.ts'
import { provinceCodes } from '../../shared/rules/province-codes.ts'

const asOf = '2026-06-15'

function read(nationalId: string, more: Partial<MemberIdNumberInput> = {}) {
  return memberIdNumber({ nationalId, asOf, ...more })
}

/** A number as a registry office makes it. */
function numberFor(born: CalendarDate, sex: 'female' | 'male', province = '35', serial = '0001'): string {
  const day = Number(born.slice(8)) + (sex === 'female' ? 40 : 0)
  return `${province}0101${String(day).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}${serial}`
}

describe('what makes a number impossible', () => {
  it.each([
    ['', ['length']],
    ['350101550885000', ['length']],
    ['35010155088500011', ['length']],
    ['3501 0155 0885 0001', ['length']],
    ['35010155O8850001', ['length']],
    ['٣٥٠١٠١٥٥٠٨٨٥٠٠٠١', ['length']],
    ['3501015508850001\n', ['length']],
    ['9901015508850001', ['province']],
    ['0001015508850001', ['province']],
    ['3501010008850001', ['date']],
    ['3501013208850001', ['date']],
    ['3501014008850001', ['date']],
    ['3501017208850001', ['date']],
    ['3501019908850001', ['date']],
    ['3501015500850001', ['date']],
    ['3501015513850001', ['date']],
    ['3501013102850001', ['date']],
    ['3501016902850001', ['date']],
    ['3501015508850000', ['serial']],
    ['9901013208850000', ['province', 'date', 'serial']],
  ])('%j: %j', (nationalId, reasons) => {
    expect(read(nationalId)).toMatchObject({ valid: false, reasons })
  })

  it('without a readable day there is no birth date and no sex, and nothing to warn of', () => {
    expect(read('3501013208850001', { sex: 'male', birthDate: '1985-08-15' })).toEqual({
      valid: false,
      reasons: ['date'],
      birthDate: null,
      sex: null,
      warnings: [],
    })
  })

  it('a wrong province or serial still lets the day be read', () => {
    expect(read('9901015508850000')).toMatchObject({ birthDate: '1985-08-15', sex: 'female' })
  })

  it('all 38 provinces are known', () => {
    expect(provinceCodes.size).toBe(38)
    for (const code of provinceCodes) expect(read(numberFor('1985-08-15', 'female', code)).valid).toBe(true)
  })
})

describe('day and sex', () => {
  it.each([
    ['3501014108850001', '1985-08-01', 'female'],
    ['3501017108850001', '1985-08-31', 'female'],
    ['3501010108850001', '1985-08-01', 'male'],
    ['3501013108850001', '1985-08-31', 'male'],
    ['3501016902840001', '1984-02-29', 'female'],
  ])('%s is %s, %s', (nationalId, birthDate, sex) => {
    expect(read(nationalId)).toEqual({ valid: true, reasons: [], birthDate, sex, warnings: [] })
  })

  it('another sex or birth date in the register warns and does not refuse', () => {
    const id = numberFor('1985-08-15', 'female')
    expect(read(id, { sex: 'female', birthDate: '1985-08-15' }).warnings).toEqual([])
    expect(read(id, { sex: 'male' })).toMatchObject({ valid: true, warnings: ['sex_mismatch'] })
    expect(read(id, { birthDate: '1985-08-16' })).toMatchObject({ valid: true, warnings: ['birth_date_mismatch'] })
    expect(read(id, { sex: 'male', birthDate: '1958-08-15' }).warnings).toEqual(['sex_mismatch', 'birth_date_mismatch'])
  })
})

describe('the century', () => {
  it('turns over on the seventeenth birthday', () => {
    const id = numberFor('2009-06-15', 'female')
    expect(memberIdNumber({ nationalId: id, asOf: '2026-06-15' }).birthDate).toBe('2009-06-15')
    expect(memberIdNumber({ nationalId: id, asOf: '2026-06-14' })).toMatchObject({
      birthDate: '1909-06-15',
      warnings: ['century_unsure'],
    })
  })

  it('is unsure above ninety years, not at ninety', () => {
    expect(read(numberFor('1936-06-15', 'female')).warnings).toEqual([])
    expect(read(numberFor('1935-06-16', 'female')).warnings).toEqual([])
    expect(read(numberFor('1935-06-15', 'female'))).toMatchObject({
      birthDate: '1935-06-15',
      warnings: ['century_unsure'],
    })
  })

  it('29 February of 00 can only be the year 2000', () => {
    expect(read('3171012902001234')).toMatchObject({ valid: true, birthDate: '2000-02-29', warnings: [] })
    expect(memberIdNumber({ nationalId: '3171012902001234', asOf: '2010-01-01' })).toMatchObject({
      valid: true,
      birthDate: '2000-02-29',
    })
  })

  it('a birth date with the same digits settles it for a child, a very old one stays worth a look', () => {
    const child = read(numberFor('2015-03-04', 'male'), { birthDate: '2015-03-04' })
    expect(child).toMatchObject({ birthDate: '2015-03-04', warnings: [] })
    const old = read(numberFor('1931-03-04', 'female'), { birthDate: '1931-03-04' })
    expect(old).toMatchObject({ birthDate: '1931-03-04', warnings: ['century_unsure'] })
  })

  it('a birth date with the same digits does not turn a plausible adult into somebody else', () => {
    expect(read(numberFor('2003-02-01', 'female'), { birthDate: '1903-02-01' })).toMatchObject({
      birthDate: '2003-02-01',
      warnings: ['birth_date_mismatch'],
    })
    expect(read(numberFor('1931-02-01', 'female'), { birthDate: '2031-02-01' }).warnings).toEqual([
      'birth_date_mismatch',
      'century_unsure',
    ])
  })
})

describe('any number', () => {
  const adultDay = fc.integer({ min: 17 * 366, max: 90 * 365 }).map((age) => addDays(asOf, -age))

  it('made by a registry office for an adult is read back', () => {
    fc.assert(
      fc.property(adultDay, fc.constantFrom('female' as const, 'male' as const), (born, sex) => {
        expect(read(numberFor(born, sex), { sex, birthDate: born })).toEqual({
          valid: true,
          reasons: [],
          birthDate: born,
          sex,
          warnings: [],
        })
      }),
    )
  })

  it('of sixteen digits is read without failing, into an existing day of the right century or none', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 16, maxLength: 16 })
    const someDay = fc.constantFrom('1900-01-01', '1950-05-05', asOf, '2099-12-31', '2999-12-31')
    fc.assert(
      fc.property(digits, someDay, (id, today) => {
        const { valid, reasons, birthDate } = memberIdNumber({ nationalId: id, asOf: today })
        expect(valid).toBe(reasons.length === 0)
        expect(birthDate === null).toBe(reasons.includes('date'))
        if (birthDate === null) return
        const year = Number(birthDate.slice(0, 4))
        const [earlier, later] = [-100, 100].map((years) => `${year + years}${birthDate.slice(4)}`)
        const isAdult = (date = '') => isDate(date) && ageAt(date, today) >= 17
        expect(isDate(birthDate)).toBe(true)
        expect(birthDate.slice(2, 4)).toBe(id.slice(10, 12))
        expect(isAdult(later)).toBe(false)
        expect(isAdult(birthDate) || !isAdult(earlier)).toBe(true)
      }),
      { numRuns: 20_000 },
    )
  })
})
