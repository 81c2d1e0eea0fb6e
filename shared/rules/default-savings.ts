/** A savings product as a new book has it. */
export interface SavingsProductDefault {
  readonly id: string
  readonly kind: 'principal' | 'mandatory' | 'voluntary' | 'loan_linked' | 'holiday' | 'education' | 'returnee' | 'term'
  readonly nameId: string
  readonly nameEn: string
  readonly account: string
}

/** Paid at the monthly meeting unless the product says otherwise: the others are paid now and then, or never by hand. */
export function isCollectedByDefault(kind: SavingsProductDefault['kind']): boolean {
  return kind === 'principal' || kind === 'mandatory' || kind === 'voluntary'
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
