import type { Page } from '@playwright/test'
import { addMonths, type CalendarDate, formatDateShort } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { formatAmount } from '../../shared/rules/money.ts'
import { notice, pickMember, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

/** What one instalment asks, rupiah. */
interface Instalment {
  readonly principal: number
  readonly interest: number
}

/** One kind of loan: Rp12.000.000 over twelve months at 1,5 % a month, reckoned by hand (accounting.md section 3.1). */
interface Life {
  readonly product: string
  readonly kind: string
  readonly first: Instalment
  readonly second: Instalment
  readonly last: Instalment
  readonly interest: number
  /** What she brings first of instalment one; the rest of it comes later that day. */
  readonly part: number
  readonly owed: { readonly afterFirst: number; readonly afterSecond: number }
}

const lent = 12_000_000

const lives: readonly Life[] = [
  {
    ...{ product: 'flat', kind: 'Pinjaman bunga tetap', interest: 2_160_000, part: 500_000 },
    first: { principal: 1_000_000, interest: 180_000 },
    second: { principal: 1_000_000, interest: 180_000 },
    last: { principal: 1_000_000, interest: 180_000 },
    owed: { afterFirst: 11_000_000, afterSecond: 10_000_000 },
  },
  {
    ...{ product: 'declining', kind: 'Pinjaman bunga menurun', interest: 1_170_000, part: 500_000 },
    first: { principal: 1_000_000, interest: 180_000 },
    second: { principal: 1_000_000, interest: 165_000 },
    last: { principal: 1_000_000, interest: 15_000 },
    owed: { afterFirst: 11_000_000, afterSecond: 10_000_000 },
  },
  {
    ...{ product: 'annuity', kind: 'Pinjaman angsuran sama', interest: 1_201_920, part: 500_000 },
    first: { principal: 920_160, interest: 180_000 },
    second: { principal: 933_962, interest: 166_198 },
    last: { principal: 1_083_901, interest: 16_259 },
    owed: { afterFirst: 11_079_840, afterSecond: 10_145_878 },
  },
  {
    ...{ product: 'panen', kind: 'Pinjaman panen', interest: 2_160_000, part: 100_000 },
    first: { principal: 0, interest: 180_000 },
    second: { principal: 0, interest: 180_000 },
    last: { principal: lent, interest: 180_000 },
    owed: { afterFirst: lent, afterSecond: lent },
  },
]

const figure = (rupiah: number) => formatAmount(rupiah * 100)
const money = (rupiah: number) => `Rp${figure(rupiah)}`
/** An amount in a column of a paper. */
const cell = (rupiah: number) => (rupiah === 0 ? '-' : figure(rupiah))
const whole = ({ principal, interest }: Instalment) => principal + interest

/** What the first part of instalment one pays: interest comes first. */
function partOf({ first, part }: Life): Instalment {
  const interest = Math.min(part, first.interest)
  return { interest, principal: part - interest }
}

let village: Village

test.beforeEach(async ({ program, page }) => {
  village = makeVillage(program, 3, 3)
  receiveGrant(program, village, 50_000_000_00, addMonths(village.today, -3))
  await refuseMouse(page)
})

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus()
  await press(page, 'Control+a')
  await page.keyboard.type(text)
}

/** `7/9/2026`, as she writes a day. */
function typedDay(date: CalendarDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)}/${Number(month)}/${year}`
}

const borrower = (page: Page) => pickMember(page, village.members[1])

/** Looks for one line of a paper that has all of some words, in their order. */
function expectLine(paper: string, ...words: readonly string[]): void {
  const pattern = new RegExp(words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.*'))
  expect(
    paper.split('\n').filter((line) => pattern.test(line)).length,
    `${words.join(' … ')}\n${paper}`,
  ).toBeGreaterThan(0)
}

/** The lines of a schedule on paper: number, day, principal, interest, instalment. */
function expectSchedule(paper: string, life: Life, paidOutOn: CalendarDate): void {
  for (const [n, row] of [
    [1, life.first],
    [2, life.second],
    [12, life.last],
  ] as const) {
    const day = formatDateShort(addMonths(paidOutOn, n))
    expectLine(paper, String(n), day, cell(row.principal), cell(row.interest), cell(whole(row)))
  }
  expectLine(paper, figure(lent), figure(life.interest), figure(lent + life.interest))
}

async function apply(page: Page, life: Life, date: CalendarDate): Promise<string> {
  await goTo(page, 'loans/apply')
  await settled(page)
  const name = await borrower(page)
  await page.keyboard.type(life.kind)
  await press(page, 'Enter')
  await page.keyboard.type(String(lent))
  await press(page, 'Enter')
  await page.keyboard.type('12')
  await fill(page, 'Untuk keperluan apa', 'Modal warung')
  await fill(page, 'Tanggal diajukan', typedDay(date))
  const figures = page.getByRole('table', { name: 'Angka pinjaman' })
  await expect(figures.getByRole('row', { name: 'Angsuran pertama' })).toContainText(money(whole(life.first)))
  await expect(figures.getByRole('row', { name: 'Angsuran terakhir' })).toContainText(money(whole(life.last)))
  await expect(figures.getByRole('row', { name: 'Jumlah jasa' })).toContainText(money(life.interest))
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Permohonan P-0001 dicatat: ${name} (002) ingin meminjam ${money(lent)}.`)).toBeVisible()
  return name
}

async function approveAndPayOut(page: Page, date: CalendarDate): Promise<void> {
  await page.getByRole('link', { name: 'Setujui atau tolak', exact: true }).press('Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeFocused()
  await page.keyboard.type('Sri Wahyuni')
  await fill(page, 'Tanggal disetujui', typedDay(date))
  await press(page, 'Control+Enter')
  await expect(page.getByText('Pinjaman P-0001 disetujui oleh Sri Wahyuni.')).toBeVisible()
  await page.getByRole('link', { name: 'Cairkan sekarang' }).press('Enter')
  await expect(page.getByLabel('Tanggal cair')).toBeFocused()
  await fill(page, 'Tanggal cair', typedDay(date))
  await expect(page.getByRole('combobox', { name: 'Uang diambil dari' })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText(`Pinjaman P-0001 sebesar ${money(lent)} dicairkan.`)
}

interface Payment {
  readonly date: CalendarDate
  /** What stands in the field before she types, rupiah. */
  readonly asked: number
  readonly amount: number
  readonly paid: Instalment
  readonly owed: number
}

/** Pays over the counter and reads the receipt of it. */
async function pay(page: Page, { date, asked, amount, paid, owed }: Payment): Promise<void> {
  await goTo(page, 'loans/pay')
  await settled(page)
  await borrower(page)
  await fill(page, 'Tanggal', typedDay(date))
  const field = page.getByLabel('Jumlah yang dibayar')
  await expect(field).toHaveValue(figure(asked))
  if (amount !== asked) await fill(page, 'Jumlah yang dibayar', String(amount))
  await expect(page.getByRole('combobox', { name: 'Uang masuk ke' })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText(`Untuk jasa ${money(paid.interest)}, untuk pokok ${money(paid.principal)}.`)
  await expect(notice(page)).toContainText(money(owed))
  const receipt = await printedBy(page, 'Cetak bukti')
  expectLine(receipt, 'Sebesar', money(amount))
  const parts = [
    paid.interest > 0 && `jasa ${money(paid.interest)}`,
    paid.principal > 0 && `pokok ${money(paid.principal)}`,
  ]
  for (const part of parts) if (part) expectLine(receipt, 'Terdiri dari', part)
  expectLine(receipt, 'Sisa pinjaman', money(owed))
  await goTo(page, 'home')
}

async function payOff(page: Page, name: string, owed: number): Promise<void> {
  await goTo(page, 'loans/payoff')
  await settled(page)
  await borrower(page)
  const figures = page.getByRole('table', { name: 'Yang melunasi pinjaman' })
  await expect(figures.getByRole('row', { name: 'Harus dibayar' })).toContainText(money(owed))
  await press(page, 'Control+Enter')
  await expect(page.getByRole('dialog')).toContainText(`Terima ${money(owed)} dari ${name}`)
  await page.getByRole('button', { name: 'Ya, lunasi' }).press('Enter')
  await expect(notice(page)).toContainText(`Pinjaman P-0001 atas nama ${name} lunas dengan ${money(owed)}.`)
}

for (const life of lives) {
  test(`${life.kind}: from the application to the last rupiah, with every paper of it`, async ({
    page,
    program,
    open,
  }) => {
    test.slow()
    const names = { nameId: life.kind, nameEn: 'Harvest loan' }
    const harvest = { product: life.product, ...names, method: 'bullet', ratePctPerMonth: '1.5' }
    if (life.product === 'panen') program.call('loans.createProduct', harvest)
    const paidOutOn = addMonths(village.today, -2)
    const firstDueOn = addMonths(paidOutOn, 1)
    const secondDueOn = addMonths(paidOutOn, 2)
    await open(await program.serve())

    const name = await apply(page, life, paidOutOn)
    const planned = await printedBy(page, 'Cetak jadwal')
    expectSchedule(planned, life, paidOutOn)
    await approveAndPayOut(page, paidOutOn)
    expectLine(await printedBy(page, 'Cetak bukti'), 'Sebesar', money(lent))
    await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).press('Enter')
    await settled(page)
    const agreement = await printedBy(page, 'Cetak perjanjian')
    expectLine(agreement, `${money(lent)} (dua belas juta rupiah)`)
    expectSchedule(agreement, life, paidOutOn)

    const part = partOf(life)
    const rest = { principal: life.first.principal - part.principal, interest: life.first.interest - part.interest }
    const { afterFirst, afterSecond } = life.owed
    const due = whole(life.first)
    await pay(page, { date: firstDueOn, asked: due, amount: life.part, paid: part, owed: lent - part.principal })
    await pay(page, { date: firstDueOn, asked: whole(rest), amount: whole(rest), paid: rest, owed: afterFirst })
    const second = whole(life.second)
    await pay(page, { date: secondDueOn, asked: second, amount: second, paid: life.second, owed: afterSecond })
    await payOff(page, name, afterSecond)

    await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).press('Enter')
    await settled(page)
    const card = await printedBy(page, 'Cetak kartu')
    const interest = life.first.interest + life.second.interest
    expectLine(card, 'Keadaan', 'lunas')
    expectLine(card, 'JUMLAH', figure(lent), figure(interest), figure(lent + interest))

    await program.stop()
    expect(program.run('verify', program.book)).toMatchObject({ ok: true, problems: [] })
    const { rows } = program.call('ledger.trialBalance', { asOf: village.today }) as Answers['ledger']['trialBalance']
    const balances = new Map(rows.map(({ code, debit, credit }) => [code, debit - credit]))
    expect([balances.get('13101') ?? 0, balances.get('41101')]).toEqual([0, -interest * 100])
  })
}
