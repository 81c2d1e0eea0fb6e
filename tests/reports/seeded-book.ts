import { openTestBook, requestId, type TestBook } from '../support/book.ts'

/** A small cooperative with a bit of everything, posted through the router; all figures are chosen to be told apart. */
export interface SeededBook extends TestBook {
  readonly entries: Record<string, string>
  readonly cards: Readonly<Record<string, string>>
}

const rupiah = (amount: number) => amount * 100

const people = [
  { number: 'A-001', name: 'Siti Aminah', sex: 'female', hamlet: 'Krajan', occupation: 'Pedagang' },
  { number: 'A-002', name: 'Bambang (Mbah) Sukarno', sex: 'male', hamlet: 'Krajan' },
  { number: 'A-003', name: '=cmd|calc', sex: 'female', hamlet: 'Dukuh Wetan' },
  { number: 'A-010', name: `Raden Ayu ${'Kusumaningrum '.repeat(7)}Widyaningsih`.slice(0, 120), sex: 'female' },
  { number: 'A-011', name: 'Ratna 😀👩‍👩‍👧 Dewi', sex: 'female', hamlet: 'Krajan' },
] as const

/** Opens the book and posts two years of it; the newest entry is of February 2026. */
export async function openSeededBook(options: Parameters<typeof openTestBook>[0] = {}): Promise<SeededBook> {
  const book = await openTestBook({
    ...options,
    cooperative: {
      name: 'Koperasi Uji',
      legalEntityNumber: 'AHU-0012345.AH.01.26',
      village: 'Sukamaju',
      district: 'Sumpiuh',
      regency: 'Banyumas',
      ...options.cooperative,
    },
  })
  const entries: Record<string, string> = {}
  const cards: Record<string, string> = {}
  await setUp(book)
  await openingAndFirstYear(book)
  await secondYear(book, entries)
  await savings(book, entries, cards)
  return { ...book, entries, cards }
}

async function setUp({ api }: TestBook): Promise<void> {
  await api.officers.set({
    officers: [
      { role: 'chair', name: 'Sri Rahayu' },
      { role: 'secretary', name: 'Joko Widagdo' },
      { role: 'treasurer', name: 'Wahyu Nugroho' },
    ],
  })
  const own = { nameEn: 'Own account', normal: 'debit' } as const
  const asset = { ...own, type: 'asset', parent: '19000' } as const
  await api.accounts.create({ ...asset, code: '19302', nameId: 'Aset titipan sendiri' })
  const expense = { ...own, type: 'expense' } as const
  await api.accounts.create({ ...expense, code: '52602', nameId: 'Beban sendiri', parent: '52000', reportLine: 'H21' })
  await api.accounts.create({ ...expense, code: '58104', nameId: 'Beban lain sendiri', parent: '58000' })
}

async function openingAndFirstYear({ api }: TestBook): Promise<void> {
  await api.opening.post({
    requestId: requestId(),
    date: '2025-01-01',
    lines: [
      { account: '11101', debit: rupiah(5_000_000) },
      { account: '11201', debit: rupiah(20_000_000) },
      { account: '13302', debit: rupiah(4_000_000) },
      { account: '13901', credit: rupiah(400_000) },
      { account: '34101', credit: rupiah(28_600_000) },
    ],
  })
  const cash = { cashAccount: '11101', requestId: requestId() }
  await api.cash.receive({
    ...cash,
    date: '2025-06-10',
    description: 'Jasa pinjaman lama',
    lines: [{ account: '43105', amount: rupiah(1_250_000) }],
  })
  await api.cash.spend({
    ...cash,
    requestId: requestId(),
    date: '2025-12-31',
    description: 'Rapat pengurus',
    lines: [{ account: '53102', amount: rupiah(350_000) }],
  })
}

async function secondYear({ api }: TestBook, entries: Record<string, string>): Promise<void> {
  const post = async (key: string, call: Promise<{ entryId: string }>) => {
    entries[key] = (await call).entryId
  }
  const bank = { cashAccount: '11201' }
  const cash = { cashAccount: '11101' }
  await post(
    'grant',
    api.cash.receive({
      ...cash,
      requestId: requestId(),
      date: '2026-01-05',
      description: 'Hibah pemerintah desa',
      lines: [{ account: '48201', amount: rupiah(7_500_000) }],
    }),
  )
  await post(
    'electricity',
    api.cash.spend({
      ...cash,
      requestId: requestId(),
      date: '2026-01-07',
      description: 'Listrik dan internet',
      lines: [
        { account: '52202', amount: rupiah(215_500) + 50 },
        { account: '52602', amount: rupiah(84_500), memo: 'kuota data' },
      ],
    }),
  )
  await post(
    'bankInterest',
    api.cash.receive({
      ...bank,
      requestId: requestId(),
      date: '2026-01-31',
      description: 'Bunga bank Januari',
      lines: [{ account: '48101', amount: 12_345_67 }],
    }),
  )
  await post(
    'toBank',
    api.cash.transfer({
      requestId: requestId(),
      date: '2026-01-31',
      from: '11101',
      to: '11201',
      amount: rupiah(6_000_000),
    }),
  )
  await post(
    'unitCapital',
    api.journal.post({
      requestId: requestId(),
      date: '2026-02-02',
      description: 'Modal tetap untuk unit simpan pinjam',
      lines: [
        { account: '17103', debit: rupiah(3_000_000) },
        { account: '11201', credit: rupiah(3_000_000) },
        { account: '11201', debit: rupiah(3_000_000), unit: 'usp' },
        { account: '36101', credit: rupiah(3_000_000), unit: 'usp' },
      ],
    }),
  )
  await post(
    'unsorted',
    api.journal.post({
      requestId: requestId(),
      date: '2026-02-03',
      description: 'Catatan dengan akun sendiri',
      lines: [
        { account: '19302', debit: rupiah(150_000) },
        { account: '58104', debit: rupiah(50_000) },
        { account: '52301', debit: rupiah(100_000) },
        { account: '13901', credit: rupiah(100_000) },
        { account: '11201', credit: rupiah(200_000) },
      ],
    }),
  )
  await post(
    'mistake',
    api.cash.spend({
      ...cash,
      requestId: requestId(),
      date: '2026-02-10',
      description: 'Alat tulis (salah catat)',
      lines: [{ account: '52201', amount: rupiah(75_000) }],
    }),
  )
  await post(
    'reversal',
    api.journal.reverse({
      requestId: requestId(),
      entryId: entries.mistake ?? '',
      date: '2026-02-11',
      reason: 'nota milik toko lain',
    }),
  )
}

async function savings({ api }: TestBook, entries: Record<string, string>, cards: Record<string, string>) {
  await api.savings.setDue({ product: 'pokok', fromMonth: '2026-01', amount: rupiah(100_000) })
  await api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: rupiah(25_000) })
  const members: string[] = []
  for (const person of people) {
    const { memberId } = await api.members.create({ ...person, joinedOn: '2026-01-02', address: 'Jl. Mawar 1' })
    members.push(memberId)
  }
  const cash = { cashAccount: '11101' }
  const rows = members.slice(0, 4).map((memberId, index) => ({
    memberId,
    savings: { pokok: rupiah(100_000), wajib: rupiah(25_000 + index * 25_000) },
  }))
  const collected = await api.collection.record({ ...cash, requestId: requestId(), date: '2026-02-14', rows })
  entries.collection = collected.entryId
  const owner = { memberId: members[0] ?? '', product: 'sukarela', date: '2026-02-15', requestId: requestId() }
  const { savingsAccountId } = await api.savings.open(owner)
  cards.voluntary = savingsAccountId
  const card = { ...cash, savingsAccountId }
  const deposit = { ...card, date: '2026-02-15', amount: rupiah(6_000_000), requestId: requestId() }
  entries.deposit = (await api.savings.deposit(deposit)).entryId
  const withdrawal = { ...card, date: '2026-02-20', amount: rupiah(1_234_500), requestId: requestId() }
  entries.withdrawal = (await api.savings.withdraw(withdrawal)).entryId
}

const ids: ReadonlySet<string> = new Set([
  ...['itemId', 'assetId', 'entryId', 'loanId', 'memberId', 'savingsAccountId', 'documentId'],
])

/** A statement as its golden file has it: a line for every row, without the ids that each run makes anew. */
export function golden(statement: Record<string, unknown>): string {
  return `${linesOf(statement).join('\n')}\n`
}

const lists: ReadonlySet<string> = new Set(['rows', 'columns', 'particulars', 'before', 'after', 'signers'])

function linesOf(record: object): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (!lists.has(key)) return [`${key}: ${JSON.stringify(value)}`]
    const items = (value as object[]).flatMap((item) =>
      'rows' in item ? linesOf(item) : [JSON.stringify(withoutIds(item))],
    )
    return [`${key}:`, ...items.map((line) => `  ${line}`)]
  })
}

function withoutIds(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !ids.has(key)))
}
