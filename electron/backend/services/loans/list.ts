import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'
import { answeredLoans } from './backing.ts'
import { type LoanHead, loanHeads } from './heads.ts'
import { readLoans } from './standing.ts'

const pageSize = 100

/**
 * Loans in the order of their numbers, a page at a time, with the total of all that match, this page or not. What lists
 * choose by is read of every loan, the rest of it for the page alone.
 */
export async function listLoans({ db }: Reading, input: Inputs['loans']['list']): Promise<Answers['loans']['list']> {
  const { memberId, state, text, limit = pageSize, cursor } = input ?? {}
  const heads = await loanHeads(db, { memberId, text })
  const start = cursor === undefined ? 0 : placeAfter(heads, cursor)
  const isWanted = (head: LoanHead) => state === undefined || head.state === state
  const left = heads.slice(start).filter(isWanted)
  const page = left.slice(0, limit).map(({ loanId }) => loanId)
  const records = page.length === 0 ? [] : await readLoans(db, { loanIds: page })
  return {
    rows: await answeredLoans(db, records),
    nextCursor: left.length > limit ? (page.at(-1) ?? null) : null,
    totals: {
      ...totalsOf(heads.filter(isWanted)),
      byState: byState(heads),
      writtenOff: state === 'written_off' ? await claimsOf(db, heads.filter(isWanted)) : null,
    },
  }
}

type Totals = Answers['loans']['list']['totals']

function totalsOf(heads: readonly LoanHead[]): Pick<Totals, 'outstanding' | 'loans'> {
  return { outstanding: sumSen(heads.map(({ owed }) => owed)), loans: heads.length }
}

async function claimsOf(db: Reader, heads: readonly LoanHead[]): Promise<Totals['writtenOff']> {
  const loanIds = heads.map(({ loanId }) => loanId)
  const lost = (await readLoans(db, { loanIds })).flatMap(({ loan }) => loan.writtenOff ?? [])
  return {
    claim: sumSen(lost.flatMap(({ principal, interest, penalty }) => [principal, interest, penalty])),
    recovered: sumSen(lost.map(({ recovered }) => recovered)),
    left: sumSen(lost.map(({ left }) => left)),
  }
}

function byState(heads: readonly LoanHead[]): Totals['byState'] {
  return [...Map.groupBy(heads, ({ state }) => state)].map(([state, own]) => ({ state, ...totalsOf(own) }))
}

/** Where the list goes on after the loan a page ended with. */
function placeAfter(heads: readonly LoanHead[], loanId: string): number {
  const place = heads.findIndex((head) => head.loanId === loanId)
  if (place < 0) throw invalidInput(['cursor'], 'not_a_cursor')
  return place + 1
}
