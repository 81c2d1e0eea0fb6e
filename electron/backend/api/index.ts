import { journal } from './journal.ts'

/** Every area of the contract with what implements it. */
export const router = { journal }
