import { plant } from './planted-step.ts'

/** A treasurer with the program of the next version. */
plant()
await import('../faults/teller.ts')
