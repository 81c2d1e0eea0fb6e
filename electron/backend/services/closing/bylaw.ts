import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { requireBylaw, type SurplusBylaw, usualBylaw } from '../../../../shared/rules/surplus-bylaw.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import { standingDecision } from './decisions.ts'

type Answer = Answers['closing']['bylaw']

const settingName = 'surplus_bylaws'

/** How the surplus of a year is divided, and since which year; nothing where nobody entered it and the usual one holds. */
export async function surplusBylaw({ db }: Reading, { year }: Inputs['closing']['bylaw']): Promise<Answer> {
  return bylawOf(db, year)
}

/** The rule in force for a year: the newest that begins in it or before. */
export async function bylawOf(db: Reader, year: number): Promise<Answer> {
  const all = await allBylaws(db)
  const fromYear = Object.keys(all)
    .map(Number)
    .filter((one) => one <= year)
    .reduce<number | null>((newest, one) => (newest === null || one > newest ? one : newest), null)
  return { fromYear, bylaw: answeredBylaw((fromYear === null ? undefined : all[fromYear]) ?? usualBylaw) }
}

/** A rule as it is answered. */
export function answeredBylaw(bylaw: SurplusBylaw): Answer['bylaw'] {
  const shares = bylaw.shares.map(({ bases, ...share }) => ({ ...share, ...(bases && { bases: [...bases] }) }))
  return { ...bylaw, shares, savingsProducts: [...bylaw.savingsProducts] }
}

/**
 * Enters the rule of the bylaws from a year on. Refuses INVALID_INPUT for a rule that does not add up or names unknown
 * savings, and NOT_ALLOWED `surplus_decided` where that year is decided already.
 */
export async function setSurplusBylaw(work: Work, { fromYear, bylaw }: Inputs['closing']['setBylaw']): Promise<Answer> {
  const { tx } = work
  await requireKnownProducts(tx, bylaw)
  requireBylaw(bylaw)
  if (await standingDecision(tx, fromYear)) throw new Refusal('NOT_ALLOWED', 'surplus_decided', { year: fromYear })
  const value = JSON.stringify({ ...(await allBylaws(tx)), [fromYear]: bylaw })
  await tx
    .insertInto('setting')
    .values({ name: settingName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return bylawOf(tx, fromYear)
}

/** Refuses INVALID_INPUT `product_unknown` at the product of savings that there is not. */
export async function requireKnownProducts(db: Reader, { savingsProducts }: SurplusBylaw): Promise<void> {
  const rows = await db.selectFrom('savings_product').select('id').execute()
  const known = new Set(rows.map(({ id }) => id))
  const at = savingsProducts.findIndex((product) => !known.has(product))
  if (at >= 0) throw invalidInput(['bylaw', 'savingsProducts', at], 'product_unknown', { product: savingsProducts[at] })
}

async function allBylaws(db: Reader): Promise<Readonly<Record<number, SurplusBylaw>>> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Record<number, SurplusBylaw>) : {}
}
