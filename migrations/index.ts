import type { Kysely } from 'kysely'
import { up as theBook } from './0001_the_book.ts'

/** One step of the book's shape. The number is the book's `user_version` once the step has run. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

/** Every step in order: an explicit list, so that bundling cannot lose one. A released step is never edited. */
export const migrations: readonly Migration[] = [{ number: 1, name: '0001_the_book', up: theBook }]
