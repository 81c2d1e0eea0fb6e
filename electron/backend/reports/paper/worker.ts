import { parentPort } from 'node:worker_threads'
import { assert } from '../../../../shared/errors.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import type { Frame } from './frame.ts'
import type { Job, JobAnswer } from './press.ts'
import { pressBook } from './press-book.ts'
import { pressPdf } from './press-pdf.ts'
import { pressSheet } from './press-sheet.ts'

/** Runs in a thread of its own: it is handed statements and never meets the book. One job at a time. */
assert(parentPort, 'the paper worker runs as a worker')
const port = parentPort

const pressers = {
  pdf: (statement: Statement, frame: Frame) => (statement.chapters ? pressBook : pressPdf)(statement, frame),
  sheet: pressSheet,
}

port.on('message', async ({ output, statement, frame }: Job) => {
  const answer = await pressed(() => pressers[output](statement, frame))
  port.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : [])
})

async function pressed(press: () => Promise<Uint8Array>): Promise<JobAnswer> {
  try {
    return { bytes: await press() }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
