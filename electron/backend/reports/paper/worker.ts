import { parentPort } from 'node:worker_threads'
import { assert } from '../../../../shared/errors.ts'
import type { Job, JobAnswer } from './press.ts'
import { type PressedBook, pressBook } from './press-book.ts'
import { pressPdf } from './press-pdf.ts'
import { pressSheet } from './press-sheet.ts'
import type { Tell } from './progress.ts'

/** Runs in a thread of its own: it is handed statements and never meets the book. One job at a time. */
assert(parentPort, 'the paper worker runs as a worker')
const port = parentPort

const tell: Tell = (progress) => port.postMessage({ progress } satisfies JobAnswer)

port.on('message', async (job: Job) => {
  const answer = await answerOf(job)
  port.postMessage(answer, 'files' in answer ? answer.files.map(({ bytes }) => bytes.buffer as ArrayBuffer) : [])
})

function pressed({ output, statement, frame, volumes }: Job): Promise<PressedBook> {
  if (output === 'sheet') return alone(pressSheet(statement, frame))
  return statement.chapters ? pressBook(statement, frame, volumes, tell) : alone(pressPdf(statement, frame, tell))
}

async function alone(making: Promise<Uint8Array>): Promise<PressedBook> {
  return { files: [{ volume: 1, bytes: await making }], volumes: 1 }
}

async function answerOf(job: Job): Promise<JobAnswer> {
  try {
    return await pressed(job)
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
