import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { AssetLabelsFacts } from '../../../../shared/statements/asset-labels.ts'
import { assetRegister } from '../../services/assets/register.ts'
import type { Reading } from '../../work.ts'

/** Every asset that is there at the end of a day, as `assets.register` answers, under the cooperative's name. */
export async function assetLabelsFacts(
  reading: Reading,
  { asOf, place }: ReportParams<'assetLabels'>,
  language: Language,
): Promise<AssetLabelsFacts> {
  const { rows: assets } = await assetRegister(reading, { asOf, place })
  const { name: cooperative } = await reading.db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  return { language, asOf, place, cooperative, assets }
}
