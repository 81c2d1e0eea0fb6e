import type { EarlyWithdrawalRule, SavingsLock } from './savings-lock.ts'

export const savingsKinds = [
  'principal',
  'mandatory',
  'voluntary',
  'loan_linked',
  'holiday',
  'education',
  'returnee',
  'term',
] as const
export type SavingsKind = (typeof savingsKinds)[number]

/** A savings product as a new book has it. */
export interface SavingsProductDefault {
  readonly id: string
  readonly kind: SavingsKind
  readonly nameId: string
  readonly nameEn: string
  readonly account: string
}

/** What a product says until the cooperative decides otherwise; amounts in sen. */
export interface SavingsRules {
  /** Has a column at the monthly meeting: the others are paid now and then, or never by hand. */
  readonly collected: boolean
  readonly lock: SavingsLock
  readonly unlocksOn: string | null
  readonly earlyWithdrawal: EarlyWithdrawalRule
  readonly earlyPct: string | null
  readonly minimumDeposit: number
  readonly instalments: number
  readonly passbookLines: number
}

const lockOf: Readonly<Record<SavingsKind, SavingsLock>> = {
  principal: 'until_exit',
  mandatory: 'until_exit',
  voluntary: 'none',
  loan_linked: 'until_exit',
  holiday: 'until_date',
  education: 'until_purpose',
  returnee: 'until_purpose',
  term: 'none',
}

/** The usual rules of a kind (accounting.md section 2); a holiday's day is set by the cooperative. */
export function usualSavingsRules(kind: SavingsKind): SavingsRules {
  return {
    collected: kind === 'principal' || kind === 'mandatory' || kind === 'voluntary',
    lock: lockOf[kind],
    unlocksOn: null,
    earlyWithdrawal: 'refused',
    earlyPct: null,
    minimumDeposit: 0,
    instalments: 1,
    passbookLines: 24,
  }
}

/** One product of each savings kind (accounting.md section 2); their class follows the account. */
export const defaultSavingsProducts: readonly SavingsProductDefault[] = [
  { id: 'pokok', kind: 'principal', nameId: 'Simpanan pokok', nameEn: 'Principal savings', account: '31101' },
  { id: 'wajib', kind: 'mandatory', nameId: 'Simpanan wajib', nameEn: 'Mandatory savings', account: '31102' },
  { id: 'sukarela', kind: 'voluntary', nameId: 'Simpanan sukarela', nameEn: 'Voluntary savings', account: '21101' },
  {
    id: 'wajib_pinjam',
    kind: 'loan_linked',
    nameId: 'Simpanan wajib pinjam',
    nameEn: 'Loan-linked savings',
    account: '31103',
  },
  { id: 'hari_raya', kind: 'holiday', nameId: 'Tabungan hari raya', nameEn: 'Holiday savings', account: '21102' },
  { id: 'pendidikan', kind: 'education', nameId: 'Tabungan pendidikan', nameEn: 'Education savings', account: '21103' },
  {
    id: 'purna_migran',
    kind: 'returnee',
    nameId: 'Tabungan purna migran',
    nameEn: 'Returnee savings',
    account: '21104',
  },
  { id: 'berjangka', kind: 'term', nameId: 'Simpanan berjangka', nameEn: 'Term deposits', account: '21201' },
]
