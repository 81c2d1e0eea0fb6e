import { parentPort } from 'node:worker_threads'
import { assert } from '../../../../shared/errors.ts'
import type { Job, JobAnswer } from './press.ts'
import { pressPdf } from './press-pdf.ts'
import { pressSheet } from './press-sheet.ts'

/** Runs in a thread of its own: it is handed statements and never meets the book. One job at a time. */
assert(parentPort, 'the paper worker runs as a worker')
const port = parentPort

port.on('message', async ({ output, statement, frame }: Job) => {
  const answer = await pressed(() => (output === 'pdf' ? pressPdf(statement, frame) : pressSheet(statement, frame)))
  port.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : [])
})

async function pressed(press: () => Promise<Uint8Array>): Promise<JobAnswer> {
  try {
    return { bytes: await press() }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
