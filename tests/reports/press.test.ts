import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'
import { press } from '../../electron/backend/reports/paper/press.ts'
import { isInstalled } from '../export/programs.ts'
import { accountOf, statementOf, testFrame } from './long-statement.ts'
import { Paper } from './paper.ts'

const job = (lines: number) => ({ output: 'pdf', statement: statementOf(lines), frame: testFrame }) as const
const asFile = (bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], 'paper.pdf')

describe.skipIf(!isInstalled('pdftotext'))('a register of many pages', () => {
  let pages: string[] = []
  const more = accountOf(300, '11201', 'Bank')

  test('has every line once, in order, and its heads on every page', async () => {
    const statement = statementOf(3000, more)
    const paper = await Paper.of(asFile(await press({ output: 'pdf', statement, frame: testFrame })))
    pages = paper.pages()
    paper.forget()
    expect(pages.length).toBeGreaterThan(50)
    const numbers = pages.join('\n').match(/BKM-2026-\d{4}/g)
    expect(numbers).toEqual(statement.rows.map((row) => row.voucher).filter((voucher) => voucher !== null))
    for (const page of pages) expect(page).toMatch(/Tanggal\s+No\. bukti\s+Uraian\s+Masuk\s+Keluar\s+Saldo/)
  })

  test('says on each page which of how many it is, and whose', () => {
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      expect(page).toContain('Koperasi Uji')
    }
  })

  test('names the account again where it goes on', () => {
    expect(pages[1]).toContain('11101 Kas kantor (lanjutan)')
    expect(pages.at(-1)).toContain('11201 Bank (lanjutan)')
  })

  test('fills its pages, also where one part of the work ends and the next begins', () => {
    const lines = pages.slice(1, -8).map((page) => page.match(/BKM-/g)?.length ?? 0)
    expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1)
  })
})

describe('paper is made beside the work', () => {
  test('a long report leaves the program free to answer', async () => {
    await press(job(1))
    let answers = 0
    const clock = setInterval(() => {
      answers += 1
    }, 5)
    const bytes = await press(job(6000))
    clearInterval(clock)
    expect(bytes.length).toBeGreaterThan(100_000)
    expect(answers).toBeGreaterThan(20)
  })

  test('a cancelled report ends at once, and the next one is made', async () => {
    const controller = new AbortController()
    const printing = press(job(20_000), controller.signal)
    setTimeout(() => controller.abort(), 200)
    await expect(printing).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await press(job(1))).length).toBeGreaterThan(10_000)
  })

  test('a report that was cancelled before it began is not begun', async () => {
    await expect(press(job(1), AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('two reports at a time come out as they do one by one', async () => {
    const [one, two] = await Promise.all([press(job(10)), press(job(500))])
    expect(Buffer.from(one).equals(Buffer.from(await press(job(10))))).toBe(true)
    expect(Buffer.from(two).equals(Buffer.from(await press(job(500))))).toBe(true)
  })

  test('a statement that cannot be printed is an error, not a silence', async () => {
    const broken = { ...job(1), statement: { ...statementOf(1), report: 'horoscope' as never } }
    await expect(press(broken)).rejects.toThrow()
    expect((await press(job(1))).length).toBeGreaterThan(10_000)
  })
})

describe('in a packed program, away from everything installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-packed-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the same bytes come out', async () => {
    process.env.LUMBUNG_OUT = join(folder, 'paper')
    await build({ mode: 'paper', logLevel: 'error' })
    delete process.env.LUMBUNG_OUT
    const ssr = 'electron/backend/reports/paper/press.ts'
    const output = { entryFileNames: 'index.js' }
    const outDir = join(folder, 'cli')
    const bundle = { ssr, outDir, emptyOutDir: true, rolldownOptions: { output } }
    await build({ configFile: false, logLevel: 'error', build: bundle, ssr: { noExternal: true } })
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'job.json'), JSON.stringify(job(100)))
    const program = `
      import { readFileSync } from 'node:fs'
      import { press } from '${join(folder, 'cli', 'index.js')}'
      const job = JSON.parse(readFileSync('${join(folder, 'job.json')}', 'utf8'))
      const sheet = await press({ ...job, output: 'sheet' })
      if (sheet.length < 5000) throw new Error('no sheet')
      process.stdout.write(Buffer.from(await press(job)).toString('base64'))`
    writeFileSync(join(folder, 'run.js'), program)
    const printed = execFileSync(process.execPath, [join(folder, 'run.js')], { cwd: folder, maxBuffer: 10_000_000 })
    expect(Buffer.from(printed.toString(), 'base64').equals(Buffer.from(await press(job(100))))).toBe(true)
  })
})
