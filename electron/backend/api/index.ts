import { backup, book } from './book.ts'
import { journal } from './journal.ts'
import { ledger } from './ledger.ts'
import { periods } from './periods.ts'

/** Every area of the contract with what implements it. */
export const router = { backup, book, journal, ledger, periods }
