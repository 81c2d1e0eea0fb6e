import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { TermCertificateFacts } from '../../../../shared/statements/term-papers.ts'
import type { Reader } from '../../db/tables.ts'
import { listTerms } from '../../services/term-deposits/list.ts'
import type { Reading } from '../../work.ts'
import { whereTheyLive } from '../member-address.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** What `savings.terms` answers about one term deposit, also once it is closed; refuses NOT_FOUND. */
export async function termCertificateFacts(
  reading: Reading,
  { savingsAccountId }: ReportParams<'termCertificate'>,
  language: Language,
): Promise<TermCertificateFacts> {
  const { db } = reading
  const [term] = (await listTerms(reading, { savingsAccountId })).rows
  if (!term) throw new Refusal('NOT_FOUND', 'term_deposit', { savingsAccountId })
  const names = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  const member = await db.selectFrom('member').selectAll().where('id', '=', term.memberId).executeTakeFirstOrThrow()
  const { name: cooperative } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  return {
    ...{ language, cooperative, address: whereTheyLive(member) },
    term: { ...term, productName: names.get(term.product) ?? term.productName },
    payInterestTo: await numberOf(db, term.payInterestTo),
    rolledFrom: await numberOf(db, term.rolledFrom),
  }
}

async function numberOf(db: Reader, savingsAccountId: string | null): Promise<string | null> {
  if (savingsAccountId === null) return null
  const row = await db
    .selectFrom('savings_account')
    .select('code')
    .where('id', '=', savingsAccountId)
    .executeTakeFirst()
  return row?.code ?? null
}
