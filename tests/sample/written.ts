import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { router } from '../../electron/backend/api/index.ts'
import { Desk } from '../../electron/backend/desk.ts'
import type { Log } from '../../electron/backend/log.ts'

/** Every file below a folder with its bytes, hidden ones too. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]))
}

/** Lets `work` ask a written book, as a program does that finds it on this machine for the first time. */
export async function withWritten<T>(
  book: string,
  home: string,
  work: (api: RouterClient<typeof router>, desk: Desk) => Promise<T>,
): Promise<T> {
  const log: Log = {
    bug: (procedure, error) => {
      throw new Error(`bug in ${procedure}`, { cause: error })
    },
    trouble: () => {},
  }
  const desk = new Desk({
    home,
    folder: home,
    log,
    now: () => '2026-11-20T01:00:00.000Z',
    today: () => '2026-11-20',
    newId: () => crypto.randomUUID(),
    canSwitch: false,
    keepsBackups: false,
    program: 'test',
    makeSample: () => Promise.reject(new Error('no sample of a sample')),
  })
  await desk.open(book)
  try {
    const actor = { id: 'treasurer', role: 'treasurer' } as const
    return await work(createRouterClient(router, { context: { desk, actor, language: 'id' } }), desk)
  } finally {
    await desk.close()
  }
}
