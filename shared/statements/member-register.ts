import type { Language } from '../calendar.ts'
import { asOfText } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export interface RegisteredMember {
  readonly memberId: string
  readonly number: string
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly birthDate: string | null
  readonly occupation: string | null
  readonly address: string | null
  readonly joinedOn: string
  readonly leftOn: string | null
}

export interface MemberRegisterFacts {
  readonly language: Language
  readonly asOf: string
  /** In the order of their numbers; those who left by then too. */
  readonly members: readonly RegisteredMember[]
}

/**
 * Buku daftar anggota (domain notes on reports, section 9). It goes from hand to hand at meetings, so identity numbers
 * and telephones are not in it.
 */
export function memberRegister({ language, asOf, members }: MemberRegisterFacts): Statement {
  const texts = reportTexts(language)
  const present = members.filter((member) => member.leftOn === null)
  const women = present.filter((member) => member.sex === 'female').length
  const totals = {
    members: present.length,
    women,
    men: present.length - women,
    left: members.length - present.length,
  }
  return {
    report: 'memberRegister',
    language,
    title: texts.title.memberRegister,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: [],
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      column(language, 'sex', 'text'),
      column(language, 'birthDate', 'date'),
      column(language, 'occupation', 'text'),
      column(language, 'address', 'text'),
      column(language, 'joinedOn', 'date'),
      column(language, 'leftOn', 'date'),
      column(language, 'signature', 'text'),
    ],
    rows: members.map((member): Row => {
      const { memberId, number, name, sex, birthDate, occupation, address, joinedOn, leftOn } = member
      const shown = { number, name, sex: texts.member[sex], birthDate, occupation, address, joinedOn, leftOn }
      return { kind: 'line', level: 0, ...shown, signature: null, memberId }
    }),
    totals,
    notes: [filled(texts.member.count, totals)],
  }
}
