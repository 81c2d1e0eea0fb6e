import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { quarterBefore, quarterOf, quarterSpan } from '../../shared/rules/quarters.ts'
import { foundByAxe, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { Program } from './program.ts'
import { nextRequest } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.slow()

/** A cooperative with five women and six men that received money in the quarter before this one; answers that quarter. */
function makeCooperative(program: Program, name: string): string {
  program.run('new', program.book, JSON.stringify({ name, village: 'Sumberejo', foundedOn: '2020-01-01' }))
  const { today } = program.call('book.status') as { today: string }
  const quarter = quarterBefore(quarterOf(today))
  const date = quarterSpan(quarter).from
  const members = Array.from({ length: 11 }, (_, index) => ({
    procedure: 'members.create',
    input: {
      ...{ number: `00${index}`, name: `Anggota ${index}`, sex: index < 5 ? 'female' : 'male' },
      joinedOn: date,
    },
  }))
  const lines = [{ account: '48106', amount: 500_000_00 }]
  const receipt = { requestId: nextRequest(), date, cashAccount: '11101', description: 'Modal', lines }
  program.batch([...members, { procedure: 'cash.receive', input: receipt }])
  return quarter
}

/** Opens the system's own dialog by keyboard and answers it with files. */
async function choose(page: Page, button: string, paths: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: button }).focus()
  const dialog = page.waitForEvent('filechooser')
  await press(page, 'Enter')
  await (await dialog).setFiles([...paths])
}

test('a treasurer saves the file of a quarter, and a facilitator merges it with another cooperative’s', async ({
  page,
  program,
  open,
}) => {
  await refuseMouse(page)
  page.on('filechooser', () => {})
  const quarter = makeCooperative(program, 'Koperasi Melati')
  const other = new Program()
  try {
    makeCooperative(other, 'Koperasi Mawar')
    const folder = join(program.home, 'kiriman')
    mkdirSync(folder)
    const theirs = join(folder, 'mawar.json')
    other.run('call', other.book, 'program.export', JSON.stringify({ quarter }), '--out', theirs)

    await open(await program.serve(program.book))
    await goTo(page, 'closing/program')
    const save = page.getByRole('button', { name: 'Simpan berkas' })
    await save.focus()
    const download = page.waitForEvent('download')
    await press(page, 'Enter')
    const file = await download
    expect(file.suggestedFilename()).toBe(`Berkas Program ${quarter} Koperasi Melati.json`)
    const ours = join(folder, 'melati.json')
    await file.saveAs(ours)
    await expect(page.getByRole('status').filter({ hasText: 'sudah dibuat' })).toBeVisible()
    await expect(page.getByText(/Kode kunci koperasi ini: ([0-9a-f]{4}-){4}/)).toBeVisible()

    await choose(page, 'Pilih berkas', [theirs, ours])
    const report = page.getByRole('region', { name: 'Laporan gabungan' })
    await expect(report).toContainText('2 koperasi')
    await expect(page.getByRole('button', { name: 'Tambah berkas' })).toBeFocused()
    // Ours is known from having been made here; theirs is new and is to be compared by telephone.
    const strangers = page.getByRole('status').filter({ hasText: 'Pertama kali' })
    await expect(strangers).toContainText('Koperasi Mawar')
    await expect(strangers).not.toContainText('Koperasi Melati')
    expect(await foundByAxe(page)).toEqual([])
    const paper = await printedBy(page, 'Cetak')
    expect(paper).toMatch(/Semua koperasi +22 +10 +12/)

    const changed = join(folder, 'diubah.json')
    writeFileSync(changed, readFileSync(theirs, 'utf8').replace('50000000', '90000000'))
    await choose(page, 'Tambah berkas', [changed])
    await expect(page.getByRole('alert')).toContainText('diubah.json tidak cocok dengan tanda tangannya')
    await expect(report).toBeHidden()
    await page.getByRole('button', { name: 'Buang diubah.json' }).focus()
    await press(page, 'Enter')
    await expect(report).toContainText('2 koperasi')

    const large = join(folder, 'besar.json')
    writeFileSync(large, Buffer.alloc(3 * 1024 * 1024))
    await choose(page, 'Tambah berkas', [large])
    await expect(page.getByRole('alert')).toContainText('besar.json terlalu besar untuk berkas program (3 MB)')
    await expect(report).toContainText('2 koperasi')
  } finally {
    await other.remove()
  }
})

test('another key for a cooperative that is known is accepted only by whoever says so', async ({
  page,
  program,
  open,
}) => {
  page.on('filechooser', () => {})
  const quarter = makeCooperative(program, 'Koperasi Melati')
  const folder = join(program.home, 'kiriman')
  mkdirSync(folder)
  const first = join(folder, 'pertama.json')
  program.run('call', program.book, 'program.export', JSON.stringify({ quarter }), '--out', first)
  // The same book on another laptop: another home, another key.
  const laptop = new Program()
  try {
    const moved = join(folder, 'pindah.json')
    laptop.run('call', program.book, 'program.export', JSON.stringify({ quarter }), '--out', moved)
    await open(await program.serve(program.book))
    await goTo(page, 'closing/program')
    await choose(page, 'Pilih berkas', [moved])
    await expect(page.getByRole('alert')).toContainText('memakai kunci lain')
    const accept = page.getByRole('button', { name: 'Kode sudah dicocokkan, terima kunci ini' })
    expect(await foundByAxe(page)).toEqual([])
    await accept.focus()
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Laporan gabungan' })).toContainText('1 koperasi')
  } finally {
    await laptop.remove()
  }
})
