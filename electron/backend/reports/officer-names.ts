import type { OfficerTable, Reader } from '../db/tables.ts'

/** Who holds an office, by name; null while nobody is named. */
export async function officerNames(db: Reader): Promise<(role: OfficerTable['role']) => string | null> {
  const officers = await db.selectFrom('officer').selectAll().execute()
  return (role) => officers.find((officer) => officer.role === role)?.name ?? null
}
