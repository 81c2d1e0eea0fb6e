import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { Refusal } from '../../../shared/errors.ts'
import { router } from '../api/index.ts'
import type { App } from '../app.ts'
import { attachmentFolder } from '../db/attachment-files.ts'
import { writeBackup } from '../db/backup.ts'
import { createBook } from '../db/create.ts'
import { fileRefusal } from '../db/file.ts'
import type { Reader } from '../db/tables.ts'
import { Desk } from '../desk.ts'
import { fileLog } from '../log.ts'
import { copyAttachments } from '../services/book/attachment-copies.ts'
import { attachPapers } from './attach.ts'
import type { Client } from './call.ts'
import { SampleClock } from './clock.ts'
import { printPapers } from './papers.ts'
import { type SampleOptions, samplePlan } from './plan.ts'
import { Recorder } from './record.ts'
import type { SamplePlan } from './steps.ts'

const bookName = 'koperasi-contoh.lumbung'
const papersFolder = 'Cetakan'

export interface SampleRequest extends SampleOptions {
  /** False leaves the printed papers out. */
  readonly papers?: boolean | undefined
}

/** What was written: the one book in the folder, and its papers below it. */
export interface WrittenSample {
  readonly book: string
  readonly papers: readonly string[]
  readonly members: number
  readonly entries: number
  readonly from: string
  readonly to: string
  readonly head: { readonly number: number; readonly hash: string }
}

/** The sample cooperative's book below a folder; the first time it is made, two years without papers. */
export async function findOrMakeSample(folder: string): Promise<string> {
  const path = join(folder, bookName)
  if (!existsSync(path)) await writeSample(folder, { years: 2, members: 85, papers: false })
  return path
}

/**
 * Writes the sample cooperative: one book, posted through the API, and its papers. The same arguments give the same
 * bytes. Refuses ALREADY_EXISTS where a book lies in the folder; a sample that fails leaves nothing behind.
 */
export async function writeSample(folder: string, request: SampleRequest): Promise<WrittenSample> {
  let workshop: string | undefined
  try {
    mkdirSync(folder, { recursive: true })
    requireFree(folder)
    workshop = mkdtempSync(join(folder, '.contoh-'))
    return await make(folder, workshop, request)
  } catch (error) {
    throw fileRefusal(error, folder)
  } finally {
    if (workshop !== undefined) rmSync(workshop, { recursive: true, force: true })
  }
}

function requireFree(folder: string): void {
  const taken = readdirSync(folder).find((name) => name.toLowerCase().endsWith('.lumbung') || name === papersFolder)
  if (taken !== undefined) throw new Refusal('ALREADY_EXISTS', 'file', { path: join(folder, taken) })
}

async function make(folder: string, workshop: string, request: SampleRequest): Promise<WrittenSample> {
  const plan = samplePlan(request)
  const clock = new SampleClock(request.seed ?? 'lumbung', plan.startsOn)
  const draft = join(workshop, bookName)
  await createBook({ path: draft, kind: 'sample', cooperative: plan.cooperative }, clock)
  const desk = deskOf(workshop, clock)
  try {
    const app = await desk.open(draft)
    const actor = { id: 'treasurer', role: 'treasurer' } as const
    const api = createRouterClient(router, { context: { desk, actor, language: 'id' } })
    await record(api, plan, clock)
    await attachPapers(api)
    const papers = request.papers === false ? [] : await printPapers(api, join(workshop, papersFolder), plan.endsOn)
    return await deliver(app, folder, papers, plan)
  } finally {
    await desk.close()
  }
}

/** Moves what is finished into its place. A proven copy of the book has the same bytes every time; the draft has not. */
async function deliver(
  app: App,
  folder: string,
  papers: readonly string[],
  { people, startsOn, endsOn }: SamplePlan,
): Promise<WrittenSample> {
  const book = join(folder, bookName)
  const attached = (copy: Reader) => copyAttachments(copy, [attachmentFolder(app.file.path)], attachmentFolder(book))
  const { path, entries, head } = await writeBackup(app.file, book, attached)
  const placed = papers.map((paper) => join(folder, papersFolder, basename(paper)))
  const [first] = papers
  if (first !== undefined) renameSync(dirname(first), join(folder, papersFolder))
  const { seq: number, hash } = head
  return { book: path, papers: placed, members: people, entries, from: startsOn, to: endsOn, head: { number, hash } }
}

async function record(api: Client, plan: SamplePlan, clock: SampleClock): Promise<void> {
  const recorder = new Recorder(api)
  for (const [index, step] of plan.steps.entries()) {
    clock.turnTo(step.date)
    await recorder.record(step, `contoh-${String(index + 1).padStart(6, '0')}`)
  }
  clock.turnTo(plan.endsOn)
}

/** A desk of its own: nothing of it is left when the book is written. */
function deskOf(workshop: string, { now, today, newId }: SampleClock): Desk {
  return new Desk({
    home: join(workshop, 'home'),
    folder: workshop,
    now,
    today,
    newId,
    log: fileLog(join(workshop, 'log')),
    canSwitch: false,
    keepsBackups: false,
    program: 'sample',
    makeSample: findOrMakeSample,
  })
}
