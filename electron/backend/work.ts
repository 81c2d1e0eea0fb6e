import type { Reader, Tx } from './db/tables.ts'
import type { Reckoned } from './reckoned.ts'

/** Who calls. Until people are set up in a book every door acts as its treasurer. */
export interface Actor {
  readonly id: string
  readonly role: 'treasurer' | 'cashier' | 'chair' | 'supervisor' | 'trainer' | 'facilitator'
}

/** One reading: a steady view of the book, the day it is and the language of the answer. */
export interface Reading {
  readonly db: Reader
  readonly today: string
  /** Where one paper of many parts is read: what they share, see `once`. */
  readonly reckoned?: Reckoned
}

/** One writing: its transaction and everything an entry says about its making. Nothing outside it is reachable. */
export interface Work {
  readonly tx: Tx
  readonly today: string
  /** UTC ISO text of the moment. */
  readonly now: string
  readonly newId: () => string
  readonly actor: Actor
  readonly procedure: string
  readonly requestId: string | null
}

/** Who acts while no people are set up in a book. */
export const treasurer: Actor = { id: 'treasurer', role: 'treasurer' }
