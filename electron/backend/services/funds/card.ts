import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { claimAccount, fundAccounts, isFundUse } from '../../../../shared/rules/entries/fund-line.ts'
import { type RevolvingMove, runningFree } from '../../../../shared/rules/revolving-fund.ts'
import type { FundTreatment, Reader } from '../../db/tables.ts'
import { revolvingMove } from '../../ledger/revolving-funds.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { fundNamed } from './records.ts'
import { refundedBy } from './refunds.ts'

type Card = Answers['funds']['card']
type Row = Card['rows'][number]

/** Every voucher of a fund in the order in which it was posted, with what came in, went out and was left after it. */
export async function fundCard({ db }: Reading, input: Inputs['funds']['card']): Promise<Card> {
  const fund = await fundNamed(db, input.fundId)
  const lines = Map.groupBy(await linesOf(db, input.fundId), ({ seq }) => seq)
  const entries = [...lines.values()].map((own) => ({ own, lending: lendingOf(own, fund.treatment) }))
  const free = runningFree(entries.map(({ lending }) => lending))
  let balance = 0
  const rows = entries.map(({ own, lending: { lent, returned, lost } }, index): Row => {
    const moved = movedBy(own, fund.treatment)
    balance += moved.received - moved.spent - moved.refunded
    const [{ entryId = '', date = '', description = '', book = '', year = 0, number = 0 } = {}] = own
    return {
      ...{ entryId, voucher: voucherName({ book, year, number }), date, description, ...moved, balance },
      ...{ lent, returned, lost, free: free[index] ?? 0 },
    }
  })
  return { fundId: input.fundId, rows: rows.filter(hasMoved), balance }
}

/** What was only booked for its loans, interest that fell due above all, moves nothing of a fund. */
function hasMoved({ received, spent, refunded, lent, returned, lost }: Row): boolean {
  return [received, spent, refunded, lent, returned, lost].some((amount) => amount !== 0)
}

const noLending = revolvingMove([])

function lendingOf(lines: readonly Line[], treatment: FundTreatment): RevolvingMove {
  return treatment === 'revolving' ? revolvingMove(lines) : noLending
}

type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** What one entry did to a fund, sen: the same as the position of all of them together. */
function movedBy(lines: readonly Line[], treatment: FundTreatment) {
  const on = (wanted: (line: Line) => boolean) => lines.filter(wanted).reduce((sum, { net }) => sum + net, 0)
  const spent = on(({ account }) => isFundUse(account))
  const onCard = 0 - on(({ account }) => account === fundAccounts[treatment])
  const change = treatment === 'capital' ? onCard - spent : onCard - on(({ account }) => account === claimAccount)
  const refunded = refundedBy(lines, treatment)
  return { received: change + spent + refunded, spent, refunded }
}

function linesOf(db: Reader, fundId: string) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as o', 'o.id', 'e.reverses_id')
    .innerJoin('account as a', 'a.code', 'l.account')
    .leftJoin('loan_agreement as g', 'g.loan_id', 'l.loan_id')
    .select(['a.subledger', 'g.interest_account as interestAccount', 'e.reverses_id as reversesId'])
    .select([
      'l.seq',
      'l.account',
      'e.date as day',
      'e.id as entryId',
      'e.date',
      'e.description',
      'e.book',
      'e.year',
      'e.number',
    ])
    .select((eb) => [
      eb('l.debit', '-', eb.ref('l.credit')).as('net'),
      eb.fn.coalesce('o.procedure', 'e.procedure').as('origin'),
      eb.case().when('e.reverses_id', 'is', null).then(eb.lit(0)).else(eb.lit(1)).end().as('isReversal'),
    ])
    .where('l.fund_id', '=', fundId)
    .orderBy('l.seq')
    .orderBy('l.line_no')
    .execute()
}
