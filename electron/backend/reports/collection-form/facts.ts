import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { CollectionFormFacts } from '../../../../shared/statements/collection-form.ts'
import { collectionSheet } from '../../services/collection/sheet.ts'
import type { Reading } from '../../work.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** The same members, products and dues as `collection.sheet`, in the same order. */
export async function collectionFormFacts(
  reading: Reading,
  { date }: ReportParams<'collectionForm'>,
  language: Language,
): Promise<CollectionFormFacts> {
  const sheet = await collectionSheet(reading, { date })
  const names = new Map((await savingsProductNames(reading.db, language)).map(({ product, name }) => [product, name]))
  return {
    language,
    date,
    products: sheet.products.map(({ product, name, kind }) => ({
      product,
      name: names.get(product) ?? name,
      isDue: kind === 'principal' || kind === 'mandatory',
    })),
    members: sheet.rows.map(({ savings, ...member }) => ({
      ...member,
      due: Object.fromEntries(Object.entries(savings).map(([product, { due }]) => [product, due])),
    })),
  }
}
