import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { WithholdingFacts } from '../../../../shared/statements/withholding.ts'
import { savingsWithholding } from '../../services/savings/withholding.ts'
import type { Reading } from '../../work.ts'
import { whereTheyLive } from '../member-address.ts'
import { officerNames } from '../officer-names.ts'

/** A slip for everybody, or for one; refuses as INVALID_INPUT `no_interest_paid` where there is nobody to give one to. */
export async function withholdingSlipFacts(
  reading: Reading,
  params: ReportParams<'withholdingSlip'>,
  language: Language,
): Promise<WithholdingFacts> {
  const facts = await withholdingFacts(reading, params, language)
  const { month, memberId } = params
  if (facts.members.length > 0) return facts
  throw invalidInput(['params', memberId === undefined ? 'month' : 'memberId'], 'no_interest_paid', { month })
}

/** What `savings.withholding` answers, of all members or of one; refuses NOT_FOUND. */
export async function withholdingFacts(
  reading: Reading,
  { month, memberId }: { readonly month: string; readonly memberId?: string | undefined },
  language: Language,
): Promise<WithholdingFacts> {
  const { db } = reading
  const { rows } = await savingsWithholding(reading, { month })
  const people = new Map((await db.selectFrom('member').selectAll().execute()).map((row) => [row.id, row]))
  if (memberId !== undefined && !people.has(memberId)) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const members = rows
    .filter((row) => memberId === undefined || row.memberId === memberId)
    .map((row) => {
      const person = people.get(row.memberId)
      const address = person ? whereTheyLive(person) : null
      return { ...row, nationalId: person?.national_id ?? null, address }
    })
  const { name, tax_id: taxId } = await db.selectFrom('cooperative').selectAll().executeTakeFirstOrThrow()
  return { language, month, cooperative: { name, taxId }, treasurer: (await officerNames(db))('treasurer'), members }
}
