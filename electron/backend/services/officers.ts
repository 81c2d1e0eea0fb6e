import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { invalidInput } from '../../../shared/errors.ts'
import type { OfficerTable } from '../db/tables.ts'
import type { Reading, Work } from '../work.ts'

type Officers = Answers['officers']['list']

/** In the order in which they sign. */
const order: readonly OfficerTable['role'][] = ['chair', 'secretary', 'treasurer', 'supervisor']

/** Who signs the printed papers. */
export async function listOfficers({ db }: Pick<Reading, 'db'>): Promise<Officers> {
  const rows = await db.selectFrom('officer').selectAll().execute()
  return { rows: rows.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role)) }
}

/** Names the officers that are given; an empty name leaves the office open. Refuses an office named twice. */
export async function setOfficers({ tx }: Work, { officers }: Inputs['officers']['set']): Promise<Officers> {
  const doubled = officers.findIndex(({ role }, index) =>
    officers.some((other, at) => at < index && other.role === role),
  )
  if (doubled >= 0) throw invalidInput(['officers', doubled, 'role'], 'officer_doubled')
  for (const { role, name } of officers) {
    await tx.deleteFrom('officer').where('role', '=', role).execute()
    if (name !== '') await tx.insertInto('officer').values({ role, name }).execute()
  }
  return listOfficers({ db: tx })
}
