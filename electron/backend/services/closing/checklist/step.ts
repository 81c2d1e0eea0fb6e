import type { Answers } from '../../../../../shared/contract/index.ts'
import type { Reader } from '../../../db/tables.ts'
import { voucherName } from '../../../ledger/vouchers.ts'

export type Checklist = Answers['closing']['checklist']
export type Step = Checklist['steps'][number]
type Told = Partial<Omit<Step, 'key' | 'state'>>

const untold = {
  ...{ account: null, at: null, by: null, date: null, count: null, amount: null, stated: null },
  ...{ period: null, note: null, entryId: null, voucher: null, requestId: null },
} as const

/** One line of a checklist; what is not told of it is null. */
export function step(key: Step['key'], state: Step['state'], told: Told = {}): Step {
  return { key, state, ...untold, ...told }
}

/** Who wrote an entry and when, as a step tells it. */
export async function madeByEntry(db: Reader, entryId: string): Promise<Told> {
  const entry = await db
    .selectFrom('journal_entry')
    .select(['book', 'year', 'number', 'date', 'created_at', 'created_by', 'request_id'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  const { date, created_at: at, created_by: by, request_id: requestId } = entry
  return { entryId, voucher: voucherName(entry), date, at, by, requestId }
}

/** Who asked for something that wrote no entry, and when. */
export async function madeByRequest(db: Reader, requestId: string): Promise<Told> {
  const { at, made_by: by } = await db
    .selectFrom('request')
    .select(['at', 'made_by'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  return { at, by, requestId }
}

/** True for a step that somebody can still do; what was missed cannot be done any more. */
export function isLeft({ state }: Step): boolean {
  return state === 'open' || state === 'changed'
}
