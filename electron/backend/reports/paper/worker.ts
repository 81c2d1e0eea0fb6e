import { parentPort } from 'node:worker_threads'
import { assert, Refusal } from '../../../../shared/errors.ts'
import type { Paper } from '../read-paper.ts'
import type { Job, JobAnswer, LastAnswer } from './press.ts'
import { type PressedBook, pressBook } from './press-book.ts'
import { pressPdf } from './press-pdf.ts'
import { pressSheet } from './press-sheet.ts'
import type { Tell } from './progress.ts'

/**
 * Runs in a thread of its own: it is handed statements, or a copy of the book to read one from, and never meets the book
 * itself. One job at a time.
 */
assert(parentPort, 'the paper worker runs as a worker')
const port = parentPort

const tell: Tell = (progress) => port.postMessage({ progress } satisfies JobAnswer)

port.on('message', async (job: Job) => {
  const answer = await answerOf(job)
  const files = 'book' in answer ? answer.book.files : []
  port.postMessage(
    answer,
    files.map(({ bytes }) => bytes.buffer as ArrayBuffer),
  )
})

async function answerOf(job: Job): Promise<LastAnswer> {
  try {
    const paper = 'copy' in job ? await read(job.copy) : job
    const { statement, frame } = paper
    if (job.output === 'statement') return { statement }
    const { title, label, language } = statement
    const of = { title, label, language, cooperative: frame.cooperative.name }
    return { book: await pressed(paper, job), of }
  } catch (error) {
    if (error instanceof Refusal) return { refused: [error.code, error.reason, error.data] }
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** Every report there is comes with this: it is only loaded where one is read. */
async function read(copy: Extract<Job, { copy: unknown }>['copy']): Promise<Paper> {
  const { readPaperOfCopy } = await import('../read-paper.ts')
  return readPaperOfCopy(copy, tell)
}

function pressed({ statement, frame }: Paper, { output, volumes }: Job): Promise<PressedBook> {
  if (output === 'sheet') return alone(pressSheet(statement, frame))
  return statement.chapters ? pressBook(statement, frame, volumes, tell) : alone(pressPdf(statement, frame, tell))
}

async function alone(making: Promise<Uint8Array>): Promise<PressedBook> {
  return { files: [{ volume: 1, bytes: await making }], volumes: 1 }
}
