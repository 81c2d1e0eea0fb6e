import type { RouterClient } from '@orpc/server'
import { assert } from '../../../shared/errors.ts'
import type { router } from '../api/index.ts'
import type { Step } from './steps.ts'

export type Client = RouterClient<typeof router>

/** What every call is made with. */
export interface When {
  readonly requestId: string
  readonly date: string
}

export type StepOf<Act extends Step['act']> = Omit<Extract<Step, { act: Act }>, 'date'>

/** What a step says besides what it is. */
export function fieldsOf<Fields extends { act: string }>({ act: _, ...fields }: Fields): Omit<Fields, 'act'> {
  return fields
}

/** The id that an earlier step was answered. */
export function found<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key)
  assert(id, `the sample's plan names ${key} after it was recorded`)
  return id
}

export async function ignore(answer: Promise<unknown>): Promise<void> {
  await answer
}
