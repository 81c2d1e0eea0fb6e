import type { Answers } from '../../../shared/contract/index.ts'
import type { Reading } from '../work.ts'

/** The cooperative's businesses, those that are not in use too. */
export async function listUnits({ db }: Pick<Reading, 'db'>): Promise<Answers['units']['list']> {
  const rows = await db.selectFrom('unit').selectAll().orderBy('sort').execute()
  return {
    rows: rows.map(({ id, name_id, name_en, active }) => ({
      unit: id,
      nameId: name_id,
      nameEn: name_en,
      active: active === 1,
    })),
  }
}
