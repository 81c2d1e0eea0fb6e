import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrations } from '../../../migrations/index.ts'
import type { CooperativeInput } from '../../../shared/contract/cooperative.ts'
import { defaultChart } from '../../../shared/rules/default-chart.ts'
import { defaultLoanLimits, defaultLoanProducts, defaultLoanTerms } from '../../../shared/rules/default-loans.ts'
import { defaultSavingsProducts, usualSavingsRules } from '../../../shared/rules/default-savings.ts'
import { accountColumns } from './account-columns.ts'
import { connect, openDatabase } from './connection.ts'
import { applicationId, fileRefusal, requireFreeName, syncFile, syncFolder } from './file.ts'
import { limitColumns, loanAccountColumns, termColumns } from './loan-columns.ts'
import { runMigrations } from './migrate.ts'
import { savingsRuleColumns } from './savings-rule-columns.ts'
import { sqliteTrouble } from './sqlite-trouble.ts'
import type { BookKind, Tx } from './tables.ts'

export interface NewBook {
  readonly path: string
  readonly kind: BookKind
  readonly cooperative: CooperativeInput
}

interface Making {
  readonly now: () => string
  readonly newId: () => string
}

/**
 * Makes a book with the default chart, units and products, beside its final name first: a half-made book is never seen.
 * Refuses ALREADY_EXISTS, DISK_FULL, READ_ONLY.
 */
export async function createBook(book: NewBook, making: Making): Promise<void> {
  const { path } = book
  requireFreeName(path)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    closeSync(openSync(temporary, 'wx'))
    await fill(temporary, book, making)
    syncFile(temporary)
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw sqliteTrouble(fileRefusal(error, path))
  }
}

async function fill(path: string, book: NewBook, making: Making): Promise<void> {
  const database = openDatabase(path)
  try {
    database.pragma(`application_id = ${applicationId}`)
    const db = connect(database)
    await runMigrations(db, 0, migrations)
    await db.transaction().execute((tx) => furnish(tx, book, making))
  } finally {
    database.close()
  }
}

async function furnish(tx: Tx, { kind, cooperative }: NewBook, { now, newId }: Making): Promise<void> {
  await tx.insertInto('book').values({ only: 1, id: newId(), kind, made_at: now() }).execute()
  await tx
    .insertInto('unit')
    .values(
      units.map((unit, sort) => ({ ...unit, active: (cooperative.units ?? allUnits).includes(unit.id) ? 1 : 0, sort })),
    )
    .execute()
  await tx.insertInto('cooperative').values(cooperativeRow(cooperative)).execute()
  await tx
    .insertInto('account')
    .values(defaultChart.map((account) => accountColumns({ ...account, active: true })))
    .execute()
  await tx
    .insertInto('savings_product')
    .values(
      defaultSavingsProducts.map(({ id, kind: savingsKind, nameId, nameEn, account }, sort) => ({
        ...{ id, kind: savingsKind, name_id: nameId, name_en: nameEn, account, unit: 'general', active: 1, sort },
        ...savingsRuleColumns(usualSavingsRules(savingsKind)),
      })),
    )
    .execute()
  await tx.insertInto('loan_product').values(defaultLoanRows).execute()
  await tx
    .insertInto('stock_location')
    .values({ id: shopLocation, name: 'Toko', kind: 'own', partner_id: null, active: 1, sort: 0 })
    .execute()
}

/** Where goods lie unless somebody says otherwise. */
export const shopLocation = 'shop'

const defaultLoanRows = defaultLoanProducts.map(({ id, nameId, nameEn }, sort) => ({
  ...{ id, name_id: nameId, name_en: nameEn, active: 1 as const, sort },
  ...termColumns({ method: id, ...defaultLoanTerms }),
  ...limitColumns(defaultLoanLimits),
  ...loanAccountColumns,
}))

const units = [
  { id: 'general', name_id: 'Umum', name_en: 'General' },
  { id: 'usp', name_id: 'Simpan Pinjam', name_en: 'Savings and loans' },
  { id: 'shop', name_id: 'Usaha', name_en: 'Trade' },
] as const
const allUnits: readonly string[] = units.map(({ id }) => id)

function cooperativeRow(input: CooperativeInput) {
  return {
    only: 1,
    name: input.name,
    founded_on: input.foundedOn ?? null,
    legal_entity_number: input.legalEntityNumber ?? null,
    coop_registration_number: input.coopRegistrationNumber ?? null,
    tax_id: input.taxId ?? null,
    business_id: input.businessId ?? null,
    address: input.address ?? null,
    village: input.village ?? null,
    district: input.district ?? null,
    regency: input.regency ?? null,
    province: input.province ?? null,
    phone: input.phone ?? null,
    coop_type: input.coopType ?? null,
  } as const
}
