import { closeSync, openSync, writeSync } from 'node:fs'
import { type App, openApp } from '../../electron/backend/app.ts'
import { postJournal } from '../../electron/backend/services/journal.ts'
import { treasurer } from '../../electron/backend/work.ts'
import { journalContract } from '../../shared/contract/journal.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Orders } from './orders.ts'

/**
 * A treasurer in a process of her own, who posts as fast as she is answered and says aloud what was acknowledged. She
 * runs the program's own writing, nothing in between: what kills her, cuts the power or breaks the disk hits the program.
 */

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders
const paper = orders.acknowledgements === undefined ? 1 : openSync(orders.acknowledgements, 'a')
const say = (line: string) => writeSync(paper, `${line}\n`)

let clock = 0
const at = () => `2026-11-20T01:${String(Math.floor((clock / 60) % 60)).padStart(2, '0')}:00.000Z`
const now = () => {
  clock += 1
  return at()
}

async function open(): Promise<App> {
  const trouble = (what: string, code: string) => void say(`trouble ${what} ${code}`)
  const bug = (_: string, error: unknown) => {
    say(`bug ${String(error)}`)
    return '000000'
  }
  const newId = () => crypto.randomUUID()
  const { path: file, home } = orders
  return openApp({ file, home, now, today: () => '2026-11-20', newId, log: { bug, trouble } })
}

async function post(app: App, number: number): Promise<void> {
  const requestId = orders.requests?.[number] ?? `${orders.name}-${number}`
  const input = inputSchema.parse({
    requestId,
    date: '2026-03-05',
    description: `Setoran ${orders.name} ${number}`,
    book: 'BKM',
    lines: [
      { account: '11101', debit: 1000 + number },
      { account: '48106', credit: 1000 + number },
    ],
  })
  if (orders.breaks === 'acknowledges early') say(`saved ${requestId}`)
  const call = { procedure: 'journal.post', input, requestId, actor: treasurer }
  const posted = await app.write(call, (work) => postJournal(work, input))
  if (orders.breaks !== 'acknowledges early') say(`saved ${requestId} ${posted.voucher}`)
}

/** The schema of the contract: input reaches the service as every door hands it on. */
const { inputSchema } = (journalContract.post as unknown as { '~orpc': { inputSchema: Parser } })['~orpc']
interface Parser {
  parse(input: unknown): Parameters<typeof postJournal>[1]
}

async function day(first: number): Promise<void> {
  const app = await open()
  if (orders.breaks === 'syncs less') app.file.database.pragma('synchronous = NORMAL')
  say('open')
  try {
    for (let number = first; number < first + orders.entries; number += 1) {
      await attempt(() => post(app, number))
      if (orders.pauseMs) await new Promise((resolve) => setTimeout(resolve, orders.pauseMs))
    }
    if (orders.staysMs) await new Promise((resolve) => setTimeout(resolve, orders.staysMs))
  } finally {
    await app.close()
    say('closed')
  }
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(`refused ${error.code} ${error.reason ?? ''}`.trim())
  }
}

for (let number = 0; number < (orders.days ?? 1); number += 1) {
  await attempt(() => day(number * orders.entries))
}
if (paper !== 1) closeSync(paper)
