import type { Language } from '../../../../shared/calendar.ts'
import type { SettlementSheet } from '../../../../shared/contract/member-exit.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { ExitSettlementFacts } from '../../../../shared/statements/exit-settlement.ts'
import type { Reader } from '../../db/tables.ts'
import { exitQuote } from '../../services/members/exit.ts'
import { exitStatement } from '../../services/members/exit-statement.ts'
import type { Reading } from '../../work.ts'
import { whereTheyLive } from '../member-address.ts'
import { officerNames } from '../officer-names.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** The settlement as it was posted, or of who is still a member as it would be on `date`, today unless said. */
export async function exitSettlementFacts(
  reading: Reading,
  { memberId, date = reading.today, lossShare, payWrittenOff }: ReportParams<'exitSettlement'>,
  language: Language,
): Promise<ExitSettlementFacts> {
  const { db } = reading
  const who = await peopleOf(db, memberId)
  const names = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  const named = (sheet: SettlementSheet) => ({
    ...sheet,
    savings: sheet.savings.map((one) => ({ ...one, name: names.get(one.product) ?? one.name })),
  })
  if (who.hasLeft) {
    const exit = await exitStatement(reading, { memberId })
    const { reason, note, heir } = exit
    return { language, ...who, date: exit.date, reason, note, heir, sheet: named(exit), posted: exit }
  }
  const sheet = named(await exitQuote(reading, { memberId, date, lossShare, payWrittenOff }))
  return { language, ...who, date, reason: 'resigned', note: null, heir: null, sheet, posted: null }
}

async function peopleOf(db: Reader, memberId: string) {
  const row = await db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const { name: cooperative } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  const nameOf = await officerNames(db)
  const { name, code: number, joined_on: joinedOn, national_id: nationalId } = row
  return {
    hasLeft: row.active === 0,
    cooperative,
    member: { memberId, name, number, joinedOn, nationalId, address: whereTheyLive(row) },
    ...{ chair: nameOf('chair'), treasurer: nameOf('treasurer') },
  }
}
