/** A savings product as a new book has it. */
export interface SavingsProductDefault {
  readonly id: string
  readonly kind: 'principal' | 'mandatory' | 'voluntary' | 'loan_linked' | 'holiday' | 'education' | 'returnee' | 'term'
  readonly nameId: string
  readonly nameEn: string
  readonly account: string
}

/** One product of each savings kind (accounting.md section 2); their class follows the account. */
export const defaultSavingsProducts: readonly SavingsProductDefault[] = [
  { id: 'pokok', kind: 'principal', nameId: 'Simpanan pokok', nameEn: 'Principal savings', account: '31101' },
  { id: 'wajib', kind: 'mandatory', nameId: 'Simpanan wajib', nameEn: 'Mandatory savings', account: '31102' },
  { id: 'sukarela', kind: 'voluntary', nameId: 'Simpanan sukarela', nameEn: 'Voluntary savings', account: '21101' },
]
